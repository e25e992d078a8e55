package org.resnetclaims.data.readers;

import java.nio.file.Path;
import org.resnetclaims.data.DataException;

/** How much memory a reader may allocate. It asks before it allocates, because sizes in files cannot be trusted. */
final class Limits {

    /** The largest height or width of an image, in pixels. */
    static final int SIDE = 4096;

    /** A quarter of the heap leaves room for a copy while reading, and for training. */
    private static final long BYTES = Math.min(Runtime.getRuntime().maxMemory() / 4, Integer.MAX_VALUE - 8);

    private Limits() {}

    /**
     * Returns the number of bytes that so many images take.
     *
     * @param source the file or folder they are in
     * @throws DataException if they do not fit
     */
    static int bytes(Path source, long images, long bytesPerImage) {
        // A product of the two could overflow.
        if (images > BYTES / bytesPerImage) {
            throw new DataException(
                    "%s holds %d images of %d bytes, but only %d MiB fit: use fewer or give Java more memory with -Dheap"
                            .formatted(source, images, bytesPerImage, BYTES >> 20));
        }
        return Math.toIntExact(images * bytesPerImage);
    }
}
