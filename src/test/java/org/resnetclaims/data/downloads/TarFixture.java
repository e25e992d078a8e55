package org.resnetclaims.data.downloads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes gzip-compressed tar archives, hostile ones too. */
final class TarFixture {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;

    TarFixture() {
        try {
            tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes));
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TarFixture folder(String name) {
        return add(new TarArchiveEntry(name, TarConstants.LF_DIR, true), new byte[0]);
    }

    TarFixture file(String name, byte[] content) {
        return add(new TarArchiveEntry(name, TarConstants.LF_NORMAL, true), content);
    }

    TarFixture link(byte kind, String name, String target) {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
        entry.setLinkName(target);
        return add(entry, new byte[0]);
    }

    /** An entry in the way of GNU tar whose content is the name of the next one. */
    TarFixture nameOfNext(int length) {
        byte[] name = new byte[length];
        Arrays.fill(name, (byte) 'a');
        return add(new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, true), name);
    }

    byte[] bytes() {
        try {
            tar.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private TarFixture add(TarArchiveEntry entry, byte[] content) {
        try {
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
