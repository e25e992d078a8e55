package org.resnetclaims.libtorch;

import org.bytedeco.pytorch.Tensor;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Shape;

/**
 * Where a parameter lies in a flat buffer, and how: so that its layer finds the channels of a pixel side by side.
 *
 * @param input what its layer reads
 * @param start where its first number lies
 */
record Place(Parameter parameter, Shape input, long start) {

    private static final long[] FILTERS_ROWS_COLUMNS_CHANNELS = {0, 2, 3, 1};

    /** Its numbers in a flat buffer, with indices that run as in the layout that all engines share. */
    Tensor shared(Tensor flat) {
        Tensor part = part(flat);
        return switch (indices()) {
            // It lies as filters x rows x columns x channels, and as rows x columns x channels x units.
            case 4 -> part.view(size(0), size(2), size(3), size(1)).permute(0, 3, 1, 2);
            case 2 ->
                part.view(input.height(), input.width(), input.channels(), size(1))
                        .permute(2, 0, 1, 3);
            default -> part;
        };
    }

    /** Its numbers in a flat buffer, as its layer takes them. */
    Tensor operand(Tensor flat) {
        return indices() == 2 ? part(flat).view(size(0), size(1)) : shared(flat);
    }

    /** The numbers of what is shaped like the operand, as they lie in a flat buffer. */
    Tensor flattened(Tensor operand) {
        return switch (indices()) {
            case 4 -> operand.permute(FILTERS_ROWS_COLUMNS_CHANNELS).reshape(-1);
            case 2 -> operand.reshape(-1);
            default -> operand;
        };
    }

    private Tensor part(Tensor flat) {
        return flat.narrow(0, start, parameter.size());
    }

    private int indices() {
        return parameter.shape().size();
    }

    private long size(int index) {
        return parameter.shape().get(index);
    }
}
