package org.resnetclaims.network;

import java.util.Optional;

/** Single residual blocks as networks, to compare their costs (Fig. 5). */
public final class ResidualBlocks {

    private ResidualBlocks() {}

    /** Two 3x3 convolutions that keep the shape of their input. */
    public static Network basic(Shape input, Shortcut shortcut) {
        return block("basic block", Block.BASIC, input, shortcut);
    }

    /**
     * A bottleneck that keeps the shape of its input and has a quarter of its channels inside.
     *
     * @throws IllegalArgumentException if the channels are not a multiple of 4
     */
    public static Network bottleneck(Shape input, Shortcut shortcut) {
        return block("bottleneck block", Block.BOTTLENECK, input, shortcut);
    }

    private static Network block(String name, Block block, Shape input, Shortcut shortcut) {
        if (input.channels() % block.expansion() != 0) {
            throw new IllegalArgumentException("A %s needs a multiple of %d channels, but %d were given"
                    .formatted(name, block.expansion(), input.channels()));
        }
        NetworkBuilder builder = new NetworkBuilder();
        new BlockStack(builder, block, Optional.of(shortcut), Activation.AFTER_ADDITION, input.channels())
                .block("block", input.channels() / block.expansion(), 1);
        return builder.build(name, input);
    }
}
