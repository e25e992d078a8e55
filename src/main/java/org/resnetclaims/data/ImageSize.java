package org.resnetclaims.data;

import org.resnetclaims.network.Shape;

/** The size of an image in pixels, as users read it: width first, whereas a {@link Shape} has the height first. */
public record ImageSize(int width, int height) {

    /** The size of images of that shape. */
    public static ImageSize of(Shape shape) {
        return new ImageSize(shape.width(), shape.height());
    }

    /** Such as {@code 640x480}. */
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
