package org.resnetclaims.data.readers;

import java.util.stream.IntStream;
import org.resnetclaims.data.DataException;
import org.resnetclaims.network.Shape;

/** Makes a set of images smaller; see {@link HeapDataset#reduced}. */
final class Reduction {

    private final HeapDataset source;
    private final int perClass;
    private final int averaging;

    Reduction(HeapDataset source, int images, int averaging) {
        this.source = source;
        this.perClass = images / source.classes();
        this.averaging = averaging;
        if (perClass < 1) {
            throw new DataException(
                    "%d images cannot hold one of each of the %d classes of %s: choose a larger scale or fewer classes"
                            .formatted(images, source.classes(), source.name()));
        }
    }

    HeapImages of(HeapImages images) {
        int[] chosen = firstOfEachClass(images.labels());
        Shape small = new Shape(
                images.shape().channels(),
                squares(images.shape().height()),
                squares(images.shape().width()));
        int size = (int) small.size();
        byte[] pixels = new byte[chosen.length * size];
        for (int i = 0; i < chosen.length; i++) {
            average(images, chosen[i], small, pixels, i * size);
        }
        return new HeapImages(
                small, pixels, IntStream.of(chosen).map(i -> images.labels()[i]).toArray());
    }

    private int[] firstOfEachClass(int[] labels) {
        int[] taken = new int[source.classes()];
        return IntStream.range(0, labels.length)
                .filter(i -> taken[labels[i]]++ < perClass)
                .toArray();
    }

    /** How many squares cover so many pixels in a row; the last may reach beyond them. */
    private int squares(int side) {
        return (side + averaging - 1) / averaging;
    }

    private void average(HeapImages images, int image, Shape small, byte[] into, int offset) {
        int start = image * (int) images.shape().size();
        for (int i = 0; i < small.size(); i++) {
            int row = i / small.width();
            int channel = row / small.height();
            int top = row % small.height() * averaging;
            int left = i % small.width() * averaging;
            into[offset + i] = (byte) mean(images, start, channel, top, left);
        }
    }

    /** The mean of what the image has of a square. */
    private int mean(HeapImages images, int start, int channel, int top, int left) {
        int height = images.shape().height();
        int width = images.shape().width();
        int bottom = Math.min(top + averaging, height);
        int right = Math.min(left + averaging, width);
        int sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += Byte.toUnsignedInt(images.pixels()[start + (channel * height + y) * width + x]);
            }
        }
        int area = (bottom - top) * (right - left);
        return (sum + area / 2) / area;
    }
}
