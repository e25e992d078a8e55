package org.resnetclaims.network;

/**
 * Builds what another architecture builds, with dropout of whole images before each addition of a branch to its
 * shortcut.
 *
 * @param probability in the last block; i / n of it in block i of n
 */
record ArchitectureWithStochasticDepth(Architecture whole, double probability) implements Architecture {

    @Override
    public String name() {
        return "%s with stochastic depth of %s".formatted(whole.name(), probability);
    }

    @Override
    public int paperWidth() {
        return whole.paperWidth();
    }

    @Override
    public Network build(Shape input, int width, int classes) {
        return BranchEnds.append(
                name(),
                whole.build(input, width, classes),
                "dropout",
                (block, blocks) -> new Layer.Dropout(probability * block / blocks, Layer.Dropout.Grain.IMAGE));
    }
}
