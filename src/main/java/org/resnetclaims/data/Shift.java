package org.resnetclaims.data;

import org.resnetclaims.network.Shape;

/**
 * One particular augmentation: where an image is cropped after padding, and whether it is then mirrored.
 *
 * @param down pixels by which the crop lies below the unpadded image; negative is above
 * @param right likewise to the right
 */
public record Shift(int down, int right, boolean mirrored) {

    /** Leaves an image as it is. */
    public static final Shift NONE = new Shift(0, 0, false);

    /**
     * @param image one image of that shape
     * @param into receives the changed image
     * @param offset where it starts
     */
    void apply(Shape shape, float[] image, float[] into, int offset) {
        int height = shape.height();
        int width = shape.width();
        for (int row = 0; row < shape.channels() * height; row++) {
            int y = row % height + down;
            int source = (row + down) * width;
            int target = offset + row * width;
            for (int column = 0; column < width; column++) {
                int x = column + right;
                boolean inside = y >= 0 && y < height && x >= 0 && x < width;
                into[target + (mirrored ? width - 1 - column : column)] = inside ? image[source + x] : 0;
            }
        }
    }
}
