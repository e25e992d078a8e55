package org.resnetclaims.benchmark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long oneDNN computes in one step.
 *
 * @param milliseconds per step, by kind of layer
 */
record LayerTimes(Map<LayerKind, Double> milliseconds) {

    // onednn_verbose,v1,primitive,exec,cpu,convolution,brg:avx512_core,forward_training,...,0.19
    private static final String PREFIX = "onednn_verbose,v1,primitive,exec,cpu,";
    private static final int PRIMITIVE = 5;
    private static final int DIRECTION = 7;

    /** @param steps that the lines of oneDNN's profile tell of */
    static LayerTimes parse(List<String> lines, long steps) {
        Map<LayerKind, Double> milliseconds = new EnumMap<>(LayerKind.class);
        for (String line : lines) {
            if (line.startsWith(PREFIX)) {
                String[] fields = line.split(",");
                double time = Double.parseDouble(fields[fields.length - 1]);
                milliseconds.merge(LayerKind.of(fields[PRIMITIVE], fields[DIRECTION]), time / steps, Double::sum);
            }
        }
        if (milliseconds.isEmpty()) {
            throw new IllegalStateException("oneDNN told no times, though ONEDNN_VERBOSE asked for them");
        }
        return new LayerTimes(milliseconds);
    }

    double of(LayerKind kind) {
        return milliseconds.getOrDefault(kind, 0.0);
    }

    double sum() {
        return milliseconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
