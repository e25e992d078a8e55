package org.resnetclaims.dl4j.kernels;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The parameters of a unit, or their gradients, as views of one flat array.
 *
 * @param table by their keys, as many as a unit of this kind has
 */
public record UnitArrays(Map<String, INDArray> table) {

    public static final String WEIGHTS = "W";
    public static final String SCALE = "gamma";
    public static final String SHIFT = "beta";
    public static final String SCALAR = "scalar";
    public static final String MEAN = "mean";
    public static final String VARIANCE = "var";

    public static long length(UnitKind kind, long channels, long filters, long kernel) {
        return kind.keys().stream()
                .mapToLong(key -> length(key, channels, filters, kernel))
                .sum();
    }

    private static long length(String key, long channels, long filters, long kernel) {
        return switch (key) {
            case WEIGHTS -> filters * channels * kernel * kernel;
            case SCALAR -> 1;
            default -> filters;
        };
    }

    public static UnitArrays viewsOf(INDArray flat, UnitKind kind, long channels, long filters, long kernel) {
        INDArray vector = flat.reshape(flat.length());
        Map<String, INDArray> table = new LinkedHashMap<>();
        long start = 0;
        for (String key : kind.keys()) {
            long end = start + length(key, channels, filters, kernel);
            INDArray part = vector.get(NDArrayIndex.interval(start, end));
            table.put(key, key.equals(WEIGHTS) ? part.reshape('c', filters, channels, kernel, kernel) : part);
            start = end;
        }
        return new UnitArrays(table);
    }

    /** [filters, channels, kernel, kernel]. */
    INDArray weights() {
        return get(WEIGHTS);
    }

    /** Gamma, [filters]. */
    INDArray scale() {
        return get(SCALE);
    }

    /** Beta, [filters]. */
    INDArray shift() {
        return get(SHIFT);
    }

    /** By which a scalar multiplier multiplies, [1]. */
    INDArray scalar() {
        return get(SCALAR);
    }

    /** The running mean, [filters]; no gradient descends on it. */
    INDArray mean() {
        return get(MEAN);
    }

    /** The running variance, [filters]; likewise. */
    INDArray variance() {
        return get(VARIANCE);
    }

    private INDArray get(String key) {
        return Objects.requireNonNull(table.get(key), key);
    }
}
