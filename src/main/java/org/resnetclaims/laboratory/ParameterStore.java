package org.resnetclaims.laboratory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.resnetclaims.files.Folders;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.StateDict;

/**
 * The parameters of trained networks in an archive. They take no more of the disk than the user allows: those used
 * longest ago are removed, by whichever process comes to the limit, and trained again where they are needed.
 */
final class ParameterStore {

    private static final String SUFFIX = ".parameters";

    private final Archive archive;
    private final long limit;
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param limit in bytes */
    ParameterStore(Archive archive, long limit) {
        this.archive = archive;
        this.limit = limit;
    }

    /** Those of the trained network of a run, unless they are not there, or damaged or not wanted. */
    Optional<StateDict> read(Run run, RunKey key) {
        List<Parameter> parameters = run.network().parameters();
        int length = Float.BYTES * parameters.stream().mapToInt(Parameter::size).sum();
        Optional<StateDict> read =
                file(run, key).read(content -> StateDict.of(parameters, ParameterCoding.decompress(content, length)));
        read.ifPresent(found -> noteUse(key));
        return read;
    }

    private void noteUse(RunKey key) {
        try {
            Files.setLastModifiedTime(archive.folder().resolve(key.hash() + SUFFIX), FileTime.from(Instant.now()));
        } catch (IOException e) {
            // It may go sooner than it should, which costs only time.
            archive.cannotWrite(e);
        }
    }

    void write(Run run, RunKey key, StateDict parameters) {
        if (limit == 0) {
            return;
        }
        byte[] content = ParameterCoding.compress(parameters.bytes());
        if (content.length <= limit) {
            file(run, key).write(content);
            keepToTheLimit();
        }
    }

    void tidy(Run run, RunKey key) {
        file(run, key).tidy();
    }

    private ArchiveFile file(Run run, RunKey key) {
        return new ArchiveFile(
                archive,
                key.hash(),
                SUFFIX,
                "file of parameters of %s with seed %d".formatted(run.network().name(), run.seed()),
                RunEntry.REMEDY);
    }

    private void keepToTheLimit() {
        try {
            List<Used> files = filesIn(archive.folder());
            long size = files.stream().mapToLong(Used::size).sum();
            files.sort(Comparator.comparing(Used::last));
            for (Used file : files) {
                if (size <= limit) {
                    return;
                }
                tellOnce();
                Files.deleteIfExists(file.path());
                size -= file.size();
            }
        } catch (IOException e) {
            archive.cannotWrite(e);
        }
    }

    /** How many bytes the parameters in a folder take; 0 where that cannot be told. */
    static long bytesIn(Path folder) {
        try {
            return filesIn(folder).stream().mapToLong(Used::size).sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static List<Used> filesIn(Path folder) throws IOException {
        List<Used> files = new ArrayList<>();
        for (Path path : Folders.list(folder, "*" + SUFFIX)) {
            Used.of(path).ifPresent(files::add);
        }
        return files;
    }

    private void tellOnce() {
        if (!told.getAndSet(true)) {
            archive.report(
                    "The networks in %s have reached -Darchive.limit: those used longest ago are removed, and trained again should an examination need them."
                            .formatted(archive.folder()));
        }
    }

    private record Used(Path path, long size, FileTime last) {

        /** Empty if another process has removed it by now. */
        private static Optional<Used> of(Path path) throws IOException {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return Optional.of(new Used(path, attributes.size(), attributes.lastModifiedTime()));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }
    }
}
