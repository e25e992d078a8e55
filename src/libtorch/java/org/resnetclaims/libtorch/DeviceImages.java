package org.resnetclaims.libtorch;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.resnetclaims.data.Batch;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.data.Shift;
import org.resnetclaims.network.Shape;

/**
 * All images of a set on a device, less their mean, from which the pixels of a batch are gathered there. Never changes,
 * so that any number of threads may gather from it.
 */
final class DeviceImages implements AutoCloseable {

    /** How many numbers {@link #places} gives for each image. */
    static final int NUMBERS = 4;

    private static final int IMAGE = 0;
    private static final int FIRST_PIXEL = 1;
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;

    private static final int COPIED_AT_ONCE = 1024;

    private final PointerScope memory = new PointerScope();
    private final Shape shape;

    /** Pixel by pixel, the channels of each side by side; after the last one there is a pixel of zeros. */
    private final Tensor pixels;

    private final long zeros;
    private final Scalar atMostZeros;
    private final Tensor labels;

    /** For each shift, and each row of the shifted image, where the row that it shows begins in the image. */
    private final Tensor rows;

    /** Likewise for columns, and again for mirrored ones. */
    private final Tensor columns;

    /** @param mean subtracted from every image */
    DeviceImages(LabelledImages images, MeanImage mean, TorchDevice device) {
        try (memory) {
            shape = images.shape();
            zeros = (long) images.size() * area();
            atMostZeros = new Scalar(zeros);
            pixels = device.zeros(torch.ScalarType.Float, zeros + 1, shape.channels());
            labels = device.zeros(torch.ScalarType.Long, images.size());
            int height = shape.height();
            int width = shape.width();
            rows = device.longs(windows(height, width, false).toArray(), shifts(height), height);
            LongStream both = LongStream.concat(windows(width, 1, false), windows(width, 1, true));
            columns = device.longs(both.toArray(), 2 * shifts(width), width);
            for (int start = 0; start < images.size(); start += COPIED_AT_ONCE) {
                copy(images, mean, device, start, Math.min(images.size(), start + COPIED_AT_ONCE));
            }
            memory.extend();
        }
    }

    private int area() {
        return shape.height() * shape.width();
    }

    private void copy(LabelledImages images, MeanImage mean, TorchDevice device, int start, int end) {
        int number = end - start;
        float[] values = new float[Math.toIntExact(number * shape.size())];
        int[] classes = new int[number];
        images.fill(IntStream.range(start, end).toArray(), values, classes);
        mean.subtractFrom(values, number);
        try (PointerScope scope = new PointerScope()) {
            pixels.narrow(0, (long) start * area(), (long) number * area())
                    .view(number, area(), shape.channels())
                    .copy_(device.floats(values, number, shape.channels(), area())
                            .transpose(1, 2));
            labels.narrow(0, start, number)
                    .copy_(device.longs(Arrays.stream(classes).asLongStream().toArray(), number));
        }
    }

    /** A shift by a whole side or more shows nothing of the image. */
    private static long shifts(int side) {
        return 2L * side + 1;
    }

    /** For each shift of a side, and each place on it, what stands there of the image. */
    private LongStream windows(int side, int distance, boolean mirrored) {
        return IntStream.rangeClosed(-side, side).boxed().flatMapToLong(shift -> IntStream.range(0, side)
                .map(place -> (mirrored ? side - 1 - place : place) + shift)
                .mapToLong(source -> source >= 0 && source < side ? (long) source * distance : zeros));
    }

    private static int window(int shift, int side) {
        return Math.max(-side, Math.min(side, shift)) + side;
    }

    /**
     * What a batch shows, in numbers for {@link #pixels} and {@link #labels}.
     *
     * @return {@code long[NUMBERS * batch]}
     */
    long[] places(Batch batch) {
        int size = batch.size();
        long[] places = new long[NUMBERS * size];
        for (int i = 0; i < size; i++) {
            Shift shift = batch.shift(i);
            places[IMAGE * size + i] = batch.index(i);
            places[FIRST_PIXEL * size + i] = (long) batch.index(i) * area();
            places[ROWS * size + i] = window(shift.down(), shape.height());
            places[COLUMNS * size + i] =
                    window(shift.right(), shape.width()) + (shift.mirrored() ? shifts(shape.width()) : 0);
        }
        return places;
    }

    /**
     * @param places NUMBERS x batch
     * @return batch x channels x height x width, the channels of a pixel side by side
     */
    Tensor pixels(Tensor places) {
        Tensor down = rows.index_select(0, places.select(0, ROWS)).unsqueeze(2);
        Tensor across = columns.index_select(0, places.select(0, COLUMNS)).unsqueeze(1);
        Tensor index = places.select(0, FIRST_PIXEL)
                .view(-1, 1, 1)
                .add(down)
                .add(across)
                .clamp_max_(atMostZeros);
        return pixels.index_select(0, index.view(-1))
                .view(-1, shape.height(), shape.width(), shape.channels())
                .permute(0, 3, 1, 2);
    }

    /**
     * @param places NUMBERS x batch
     * @return the class of each image
     */
    Tensor labels(Tensor places) {
        return labels.index_select(0, places.select(0, IMAGE));
    }

    @Override
    public void close() {
        memory.close();
    }
}
