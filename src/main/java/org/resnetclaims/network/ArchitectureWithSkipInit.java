package org.resnetclaims.network;

/**
 * Builds what another architecture builds, with a scalar multiplier before each addition of a branch to its shortcut.
 */
record ArchitectureWithSkipInit(Architecture whole) implements Architecture {

    @Override
    public String name() {
        return whole.name() + " with SkipInit";
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
                "multiplier",
                (block, blocks) -> new Layer.ScalarMultiplier());
    }
}
