package org.resnetclaims.data.readers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resnetclaims.data.DataException;
import org.resnetclaims.network.Shape;

/** CIFAR-10 in its binary version: records of one label byte and 3 x 32 x 32 pixels, any number of them per file. */
final class Cifar10 implements DatasetReader {

    private static final String NAME = "cifar-10";
    private static final List<String> TRAINING =
            IntStream.rangeClosed(1, 5).mapToObj("data_batch_%d.bin"::formatted).toList();
    private static final List<String> TEST = List.of("test_batch.bin");
    private static final int CLASSES = 10;
    private static final Shape SHAPE = new Shape(3, 32, 32);
    private static final int PIXELS = (int) SHAPE.size();
    private static final int RECORD = 1 + PIXELS;

    @Override
    public HeapDataset read(Path directory, Consumer<String> notes) {
        return new HeapDataset(NAME, CLASSES, images(directory, TRAINING), images(directory, TEST));
    }

    // Only the sum of the archive is published, and the archive is no longer there when its files are read.
    @Override
    public boolean isGenuine(HeapDataset dataset, Path directory, Map<String, String> sums) {
        List<String> files = Stream.of(TRAINING, TEST, List.of(ArchiveNote.NAME))
                .flatMap(List::stream)
                .toList();
        return ArchiveNote.names(directory, DownloadableDataset.named(NAME).archiveFile())
                && sums.keySet().containsAll(files);
    }

    private static HeapImages images(Path directory, List<String> names) {
        List<Path> files = names.stream().map(directory::resolve).toList();
        List<Long> counts = files.stream().map(Cifar10::count).toList();
        long total = counts.stream().mapToLong(Long::longValue).sum();
        byte[] pixels = new byte[Limits.bytes(directory, total, PIXELS)];
        int[] labels = new int[(int) total];
        int first = 0;
        for (int i = 0; i < files.size(); i++) {
            int end = first + counts.get(i).intValue();
            readRecords(files.get(i), first, end, pixels, labels);
            first = end;
        }
        return new HeapImages(SHAPE, pixels, labels);
    }

    private static long count(Path file) {
        try {
            long size = Files.size(file);
            if (size == 0 || size % RECORD != 0) {
                throw broken(
                        file,
                        "has %d bytes, which is not a whole number of records of %d bytes".formatted(size, RECORD));
            }
            return size / RECORD;
        } catch (NoSuchFileException e) {
            throw broken(file, "is missing");
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private static void readRecords(Path file, int first, int end, byte[] pixels, int[] labels) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int i = first; i < end; i++) {
                labels[i] = in.read();
                if (labels[i] >= CLASSES) {
                    throw broken(
                            file,
                            "gives record %d the label %d, but labels go from 0 to %d"
                                    .formatted(i - first, labels[i], CLASSES - 1));
                }
                if (labels[i] < 0 || in.readNBytes(pixels, i * PIXELS, PIXELS) < PIXELS) {
                    throw broken(file, "became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private static DataException broken(Path file, String what) {
        return new DataException(
                "%s %s: unpack cifar-10-binary.tar.gz again as datasets/README.md describes".formatted(file, what));
    }
}
