package org.resnetclaims.network;

/** Builds what another architecture builds, and cuts the shortcuts. */
record ArchitectureWithoutShortcuts(Architecture residual) implements Architecture {

    @Override
    public String name() {
        return ShortcutRemoval.rename(residual.name());
    }

    @Override
    public int paperWidth() {
        return residual.paperWidth();
    }

    @Override
    public Network build(Shape input, int width, int classes) {
        return residual.build(input, width, classes).withoutShortcuts();
    }
}
