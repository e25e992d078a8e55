package org.resnetclaims.network;

import java.util.List;
import java.util.Optional;

/**
 * Stacks blocks onto a network. Plain and residual networks come from here alike: without shortcuts, a block is just
 * its layers one after the other, so that a pair of them differs in nothing else (Section 3.3).
 */
final class BlockStack {

    private final NetworkBuilder builder;
    private final Block block;
    private final Optional<Shortcut> shortcut;
    private final Activation activation;
    private int channels;

    /** Where the shortcut of the next block starts. */
    private String start;

    /** @param channels of what the builder holds so far */
    BlockStack(NetworkBuilder builder, Block block, Optional<Shortcut> shortcut, Activation activation, int channels) {
        this.builder = builder;
        this.block = block;
        this.shortcut = shortcut;
        this.activation = activation;
        this.channels = channels;
        start = builder.end();
    }

    /** Appends one stage; its first block takes the stride. */
    void stage(String name, int blocks, int width, int stride) {
        for (int i = 1; i <= blocks; i++) {
            block(name + ".block" + i, width, i == 1 ? stride : 1);
        }
    }

    void block(String name, int width, int stride) {
        List<Layer.Convolution> convolutions = block.convolutions(width, stride);
        int last = convolutions.size();
        for (int i = 1; i <= last; i++) {
            builder.append(name + ".conv" + i, convolutions.get(i - 1));
            if (i == last && activation == Activation.BEFORE_CONVOLUTION) {
                add(name, width, stride);
                start = builder.end();
            }
            builder.append(name + ".bn" + i, new Layer.BatchNormalization());
            if (i == last && activation == Activation.AFTER_ADDITION) {
                add(name, width, stride);
            }
            builder.append(name + ".relu" + i, new Layer.Relu());
        }
        if (activation == Activation.AFTER_ADDITION) {
            start = builder.end();
        }
        channels = block.expansion() * width;
    }

    private void add(String name, int width, int stride) {
        shortcut.ifPresent(option -> {
            String residual = builder.end();
            String shortcutEnd = appendShortcut(option, name + ".shortcut", block.expansion() * width, stride);
            builder.append(name + ".add", new Layer.Addition(), List.of(residual, shortcutEnd));
        });
    }

    /** Returns the node at which the shortcut ends. */
    private String appendShortcut(Shortcut option, String name, int filters, int stride) {
        boolean dimensionsChange = filters != channels || stride != 1;
        if (!dimensionsChange && option != Shortcut.C) {
            return start;
        }
        if (option == Shortcut.A) {
            builder.append(name, new Layer.ZeroPaddedShortcut(filters, stride), List.of(start));
        } else {
            builder.append(name + ".conv", new Layer.Convolution(filters, 1, stride, false), List.of(start));
            builder.append(name + ".bn", new Layer.BatchNormalization());
        }
        return builder.end();
    }
}
