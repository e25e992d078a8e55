package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Shape;

/** One parameter where it lies in the array of its graph, read and written in the layout that all engines share. */
final class ParameterView {

    private final INDArray array;
    private final Shape input;
    private final boolean channelsLast;

    private ParameterView(INDArray array, Shape input, boolean channelsLast) {
        this.array = array;
        this.input = input;
        this.channelsLast = channelsLast;
    }

    /**
     * @param input what its layer reads
     * @param format in which the graph lets feature maps lie; a fully-connected layer reads them as they lie, and the
     *     rows of its weights follow
     */
    static ParameterView of(INDArray array, Parameter parameter, Shape input, CNN2DFormat format) {
        boolean rowPerPixel = parameter.shape().size() == 2 && parameter.role() == Parameter.Role.WEIGHTS;
        return new ParameterView(array, input, rowPerPixel && format == CNN2DFormat.NHWC);
    }

    /** A copy. */
    float[] read() {
        float[] values = array.dup('c').data().asFloat();
        return channelsLast ? reordered(values, input.height() * input.width(), input.channels()) : values;
    }

    void write(float[] values) {
        float[] here = channelsLast ? reordered(values, input.channels(), input.height() * input.width()) : values;
        try (INDArray source = Nd4j.create(here, array.shape(), 'c')) {
            array.assign(source);
        }
    }

    void fill(double value) {
        array.assign(value);
    }

    /** Takes the values as {@code [outer][inner][units]}, and gives them as {@code [inner][outer][units]}. */
    private static float[] reordered(float[] values, int outer, int inner) {
        if (outer == 1 || inner == 1) {
            return values;
        }
        int units = values.length / outer / inner;
        float[] reordered = new float[values.length];
        for (int i = 0; i < outer; i++) {
            for (int j = 0; j < inner; j++) {
                System.arraycopy(values, (i * inner + j) * units, reordered, (j * outer + i) * units, units);
            }
        }
        return reordered;
    }
}
