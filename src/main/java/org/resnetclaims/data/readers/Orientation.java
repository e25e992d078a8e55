package org.resnetclaims.data.readers;

import org.resnetclaims.data.ImageSize;

/**
 * How the stored rows and columns of an image relate to what is shown: a camera that was turned stores what its sensor
 * saw, and notes in the Exif data how to turn it back.
 *
 * @param transposed whether stored columns are shown as rows
 * @param flippedX whether stored columns go from right to left
 * @param flippedY whether stored rows go from the bottom to the top
 */
record Orientation(boolean transposed, boolean flippedX, boolean flippedY) {

    /** @param exif the value of the Exif tag, from 1 to 8; an image with any other is shown as it is stored */
    static Orientation of(int exif) {
        return switch (exif) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, false, true);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, true, false);
            default -> new Orientation(false, false, false);
        };
    }

    /** The size of what is shown. */
    ImageSize shown(ImageSize stored) {
        return transposed ? new ImageSize(/* width= */ stored.height(), /* height= */ stored.width()) : stored;
    }

    /** The stored column of the pixel that is shown at column x and row y. */
    int storedX(int x, int y, ImageSize stored) {
        int column = transposed ? y : x;
        return flippedX ? stored.width() - 1 - column : column;
    }

    /** The stored row of the pixel that is shown at column x and row y. */
    int storedY(int x, int y, ImageSize stored) {
        int row = transposed ? x : y;
        return flippedY ? stored.height() - 1 - row : row;
    }
}
