package org.resnetclaims.examinations;

import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.network.Shape;

/**
 * One view of all images of a set: each less the mean, resized by bilinear interpolation, cropped to its old size, and
 * mirrored or not. What is subtracted has been subtracted then, as it is before training images are shifted.
 *
 * @param height of the resized images, in pixels; {@code width} likewise
 * @param top the row of a resized image at which the crop begins; {@code left} the column likewise
 */
record View(LabelledImages all, MeanImage subtracted, int height, int width, int top, int left, boolean mirrored)
        implements LabelledImages {

    @Override
    public Shape shape() {
        return all.shape();
    }

    @Override
    public int size() {
        return all.size();
    }

    /** Nothing is left to subtract. */
    @Override
    public MeanImage mean() {
        return new MeanImage(new float[Math.toIntExact(shape().size())]);
    }

    @Override
    public void fill(int[] indices, float[] pixels, int[] labels) {
        all.fill(indices, pixels, labels);
        subtracted.subtractFrom(pixels, indices.length);
        int area = shape().height() * shape().width();
        float[] map = new float[area];
        for (int first = 0; first < indices.length * shape().channels() * area; first += area) {
            System.arraycopy(pixels, first, map, 0, area);
            crop(map, pixels, first);
        }
    }

    private void crop(float[] map, float[] into, int first) {
        int rows = shape().height();
        int columns = shape().width();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int x = mirrored ? columns - 1 - column : column;
                into[first + row * columns + column] =
                        interpolated(map, place(top + row, height, rows), place(left + x, width, columns));
            }
        }
    }

    /**
     * Where the middle of a pixel of the resized image lies in the given one, whose pixels have their middle at 0, 1,
     * ...
     */
    private static double place(int pixel, int resized, int given) {
        return Math.max(0, Math.min(given - 1, (pixel + 0.5) * given / resized - 0.5));
    }

    private float interpolated(float[] map, double y, double x) {
        int columns = shape().width();
        int row = (int) y;
        int column = (int) x;
        int below = Math.min(row + 1, shape().height() - 1);
        int right = Math.min(column + 1, columns - 1);
        double upper = between(map[row * columns + column], map[row * columns + right], x - column);
        double lower = between(map[below * columns + column], map[below * columns + right], x - column);
        return (float) between(upper, lower, y - row);
    }

    private static double between(double from, double to, double share) {
        return from + share * (to - from);
    }
}
