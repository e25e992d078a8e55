package org.resnetclaims.training;

import java.util.ArrayList;
import java.util.List;

/**
 * What passed through one node of a network on some images, channel by channel: sums, so that the signals of several
 * batches add up.
 *
 * @param images on how many images
 */
public record Signal(int images, List<Channel> channels) {

    /**
     * One channel of the node's outputs.
     *
     * @param values how many numbers: images * height * width
     * @param sum of the outputs
     * @param sumOfSquares of the outputs
     * @param positives how many outputs are above 0
     * @param gradientSumOfSquares of the gradients with respect to the outputs, of the loss summed over the images; NaN
     *     where no gradient was asked for
     */
    public record Channel(long values, double sum, double sumOfSquares, long positives, double gradientSumOfSquares) {

        private Channel plus(Channel other) {
            return new Channel(
                    values + other.values,
                    sum + other.sum,
                    sumOfSquares + other.sumOfSquares,
                    positives + other.positives,
                    gradientSumOfSquares + other.gradientSumOfSquares);
        }
    }

    public Signal {
        channels = List.copyOf(channels);
    }

    /**
     * @param outputs {@code float[images * channels * height * width]}, in this order
     * @param gradients likewise, of the loss summed over the images; empty where there are none
     */
    public static Signal of(float[] outputs, float[] gradients, int images, int channels) {
        int area = outputs.length / images / channels;
        List<Channel> all = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            double sum = 0;
            double squares = 0;
            long positives = 0;
            double gradientSquares = gradients.length == 0 ? Double.NaN : 0;
            for (int image = 0; image < images; image++) {
                int start = (image * channels + channel) * area;
                for (int i = start; i < start + area; i++) {
                    sum += outputs[i];
                    squares += (double) outputs[i] * outputs[i];
                    positives += outputs[i] > 0 ? 1 : 0;
                    if (gradients.length > 0) {
                        gradientSquares += (double) gradients[i] * gradients[i];
                    }
                }
            }
            all.add(new Channel((long) images * area, sum, squares, positives, gradientSquares));
        }
        return new Signal(images, all);
    }

    /** That of the images of both; they have the same channels. */
    public Signal plus(Signal other) {
        List<Channel> sums = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            sums.add(channels.get(i).plus(other.channels.get(i)));
        }
        return new Signal(images + other.images, sums);
    }

    /** The mean of all outputs. */
    public double mean() {
        return channels.stream().mapToDouble(Channel::sum).sum() / values();
    }

    /** The standard deviation of all outputs (Fig. 7). */
    public double deviation() {
        double meanSquare = channels.stream().mapToDouble(Channel::sumOfSquares).sum() / values();
        return Math.sqrt(Math.max(0, meanSquare - mean() * mean()));
    }

    /** The root mean square, over the images, of the norm of the gradient with respect to the outputs. */
    public double gradientNorm() {
        double squares =
                channels.stream().mapToDouble(Channel::gradientSumOfSquares).sum();
        return Math.sqrt(squares / images);
    }

    private double values() {
        return channels.stream().mapToLong(Channel::values).sum();
    }
}
