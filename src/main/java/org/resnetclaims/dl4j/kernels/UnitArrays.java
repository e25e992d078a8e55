package org.resnetclaims.dl4j.kernels;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The parameters of a unit, or their gradients, as views of one flat array.
 *
 * @param weights [filters, channels, kernel, kernel]
 * @param scale gamma, [filters]
 * @param shift beta, [filters]
 * @param mean running mean, [filters]; no gradient descends on it
 * @param variance running variance, [filters]; likewise
 */
public record UnitArrays(INDArray weights, INDArray scale, INDArray shift, INDArray mean, INDArray variance) {

    public static final String WEIGHTS = "W";
    public static final String SCALE = "gamma";
    public static final String SHIFT = "beta";
    public static final String MEAN = "mean";
    public static final String VARIANCE = "var";

    public static long length(long channels, long filters, long kernel) {
        return filters * channels * kernel * kernel + 4 * filters;
    }

    public static UnitArrays viewsOf(INDArray flat, long channels, long filters, long kernel) {
        INDArray vector = flat.reshape(flat.length());
        long weights = filters * channels * kernel * kernel;
        return new UnitArrays(
                vector.get(NDArrayIndex.interval(0, weights)).reshape('c', filters, channels, kernel, kernel),
                part(vector, weights, filters),
                part(vector, weights + filters, filters),
                part(vector, weights + 2 * filters, filters),
                part(vector, weights + 3 * filters, filters));
    }

    private static INDArray part(INDArray vector, long from, long length) {
        return vector.get(NDArrayIndex.interval(from, from + length));
    }

    public Map<String, INDArray> table() {
        Map<String, INDArray> table = new LinkedHashMap<>();
        table.put(WEIGHTS, weights);
        table.put(SCALE, scale);
        table.put(SHIFT, shift);
        table.put(MEAN, mean);
        table.put(VARIANCE, variance);
        return table;
    }
}
