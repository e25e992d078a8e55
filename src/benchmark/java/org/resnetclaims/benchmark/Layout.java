package org.resnetclaims.benchmark;

import com.fasterxml.jackson.annotation.JsonValue;

/** How runs share the cores. */
enum Layout {
    ONE_RUN_ALL_CORES("one-run-all-cores") {
        @Override
        int runs(int cores) {
            return 1;
        }
    },

    ONE_RUN_PER_CORE("one-run-per-core") {
        @Override
        int runs(int cores) {
            return cores;
        }
    };

    private final String label;

    Layout(String label) {
        this.label = label;
    }

    @JsonValue
    String label() {
        return label;
    }

    abstract int runs(int cores);

    int threadsPerRun(int cores) {
        return cores / runs(cores);
    }
}
