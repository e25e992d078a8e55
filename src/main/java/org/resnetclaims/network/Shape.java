package org.resnetclaims.network;

import java.io.Serializable;

/** The shape of one image or feature map: channels x height x width. */
public record Shape(int channels, int height, int width) implements Serializable {

    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "A shape needs positive sizes, but is %d x %d x %d".formatted(channels, height, width));
        }
    }

    /** The number of values, {@code channels * height * width}. */
    public long size() {
        return (long) channels * height * width;
    }

    @Override
    public String toString() {
        return channels + "x" + height + "x" + width;
    }
}
