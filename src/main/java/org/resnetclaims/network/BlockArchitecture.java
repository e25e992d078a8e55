package org.resnetclaims.network;

import java.util.List;
import java.util.Optional;

/**
 * A stem, stages of blocks, global average pooling and a classifier: every plain and residual network of the paper.
 * Each stage after the first halves the map and doubles the width.
 *
 * @param stages blocks per stage
 */
record BlockArchitecture(
        String name,
        int paperWidth,
        Stem stem,
        Block block,
        List<Integer> stages,
        Optional<Shortcut> shortcut,
        Activation activation)
        implements Architecture {

    static BlockArchitecture plain(int depth, int paperWidth, Stem stem, Block block, List<Integer> stages) {
        return new BlockArchitecture(
                "plain-" + depth, paperWidth, stem, block, stages, Optional.empty(), Activation.AFTER_ADDITION);
    }

    /** @param usual the option that needs no mention in the name */
    static BlockArchitecture residual(
            int depth,
            int paperWidth,
            Stem stem,
            Block block,
            List<Integer> stages,
            Shortcut shortcut,
            Shortcut usual) {
        String option = shortcut == usual ? "" : " (option %s)".formatted(shortcut);
        return new BlockArchitecture(
                "ResNet-" + depth + option,
                paperWidth,
                stem,
                block,
                stages,
                Optional.of(shortcut),
                Activation.AFTER_ADDITION);
    }

    /** The same by a longer name, such as {@code ResNet-56 (bottlenecks)}. */
    BlockArchitecture called(String remark) {
        return new BlockArchitecture(
                "%s (%s)".formatted(name, remark), paperWidth, stem, block, stages, shortcut, activation);
    }

    BlockArchitecture with(Activation other) {
        return new BlockArchitecture(name, paperWidth, stem, block, stages, shortcut, other);
    }

    @Override
    public Network build(Shape input, int width, int classes) {
        NetworkBuilder builder = new NetworkBuilder();
        stem.appendTo(builder, input, width);
        BlockStack stack = new BlockStack(builder, block, shortcut, activation, width);
        for (int i = 0; i < stages.size(); i++) {
            stack.stage("stage" + (i + 1), stages.get(i), width << i, i == 0 ? 1 : 2);
        }
        builder.append("pool", new Layer.GlobalAveragePooling());
        builder.append("classifier", new Layer.FullyConnected(classes));
        return builder.build(name, input);
    }
}
