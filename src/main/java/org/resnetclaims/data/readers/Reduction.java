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
        if (source.training().shape().height() % averaging != 0
                || source.training().shape().width() % averaging != 0) {
            throw new DataException(
                    "The %s images of %s do not divide into squares of %d pixels: choose another scale or resize them"
                            .formatted(source.training().shape(), source.name(), averaging));
        }
    }

    HeapImages of(HeapImages images) {
        int[] chosen = firstOfEachClass(images.labels());
        Shape small = new Shape(
                images.shape().channels(),
                images.shape().height() / averaging,
                images.shape().width() / averaging);
        int size = (int) small.size();
        byte[] pixels = new byte[chosen.length * size];
        for (int i = 0; i < chosen.length; i++) {
            average(images, chosen[i], pixels, i * size, size);
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

    private void average(HeapImages images, int image, byte[] into, int offset, int size) {
        int width = images.shape().width();
        int smallWidth = width / averaging;
        int area = averaging * averaging;
        int start = image * (int) images.shape().size();
        for (int i = 0; i < size; i++) {
            // A channel has a whole number of rows, so rows can be counted across channels.
            int corner = start + i / smallWidth * averaging * width + i % smallWidth * averaging;
            int sum = 0;
            for (int y = 0; y < averaging; y++) {
                for (int x = 0; x < averaging; x++) {
                    sum += Byte.toUnsignedInt(images.pixels()[corner + y * width + x]);
                }
            }
            into[offset + i] = (byte) ((sum + area / 2) / area);
        }
    }
}
