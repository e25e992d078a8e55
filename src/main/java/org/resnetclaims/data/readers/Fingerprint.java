package org.resnetclaims.data.readers;

import java.nio.ByteBuffer;
import org.resnetclaims.files.Sha256;

/** SHA-256 over the content of a data set: shape, classes, and the labels and pixels of both sets. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(int classes, HeapImages training, HeapImages test) {
        Sha256 sum = new Sha256();
        add(sum, classes, training);
        add(sum, classes, test);
        return sum.hex();
    }

    private static void add(Sha256 sum, int classes, HeapImages images) {
        // Without the sizes, different sets could give the same sequence of bytes.
        sum.add("%s, %d classes, %d images;".formatted(images.shape(), classes, images.size()));
        ByteBuffer labels = ByteBuffer.allocate(Integer.BYTES * images.size());
        labels.asIntBuffer().put(images.labels());
        sum.add(labels.array()).add(images.pixels());
    }
}
