package org.resnetclaims.benchmark;

import java.util.List;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/** What trains. */
enum Engine {
    STOCK("stock", null) {
        @Override
        TrainingLoop loop(int threads) {
            return new StockLoop();
        }
    },

    SUITE("suite", null) {
        @Override
        TrainingLoop loop(int threads) {
            return new SuiteLoop();
        }
    },

    LIBTORCH_CHANNELS_FIRST("libtorch", "channels first") {
        @Override
        TrainingLoop loop(int threads) {
            return new LibtorchLoop(MemoryFormat.Contiguous, threads);
        }
    },

    LIBTORCH_CHANNELS_LAST("libtorch", "channels last") {
        @Override
        TrainingLoop loop(int threads) {
            return new LibtorchLoop(MemoryFormat.ChannelsLast, threads);
        }
    };

    /** The peer, in both of its memory formats. */
    static final List<Engine> LIBTORCH = List.of(LIBTORCH_CHANNELS_FIRST, LIBTORCH_CHANNELS_LAST);

    private final String label;
    private final String variant;

    Engine(String label, String variant) {
        this.label = label;
        this.variant = variant;
    }

    String label() {
        return label;
    }

    /** The memory format, where it was a choice; otherwise null. */
    String variant() {
        return variant;
    }

    /** Label and variant. */
    String fullName() {
        return variant == null ? label : label + ", " + variant;
    }

    /** @param threads that one run may use */
    abstract TrainingLoop loop(int threads);
}
