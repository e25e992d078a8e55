package org.resnetclaims.laboratory;
/** The place of one run or one examination in the archive, while its holder alone works on it. */
abstract class ArchiveEntry implements AutoCloseable {

    private final Runnable release;

    /** @param release called when it is closed */
    ArchiveEntry(Runnable release) {
        this.release = release;
    }

    /** Removes what earlier holders left half-written when they died, and what is not wanted. */
    abstract void tidy();

    @Override
    public final void close() {
        release.run();
    }
}
