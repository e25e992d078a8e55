package org.resnetclaims.data.readers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.resnetclaims.data.DataException;

/** The data sets that a user can choose from, by name. */
public final class Datasets {

    /** The folder into which data sets are downloaded. */
    public static final Path CACHE = Path.of("datasets", "cache");

    private static final String EMBEDDED = "fashion-mnist";

    private static final Map<String, DatasetReader> READERS = new TreeMap<>(
            Map.of(EMBEDDED, new FashionMnist(), "cifar-10", new Cifar10(), "image-folder", new ImageFolder()));

    private Datasets() {}

    /** The allowed names, sorted. */
    public static List<String> names() {
        return List.copyOf(READERS.keySet());
    }

    /**
     * Where a data set is unless the user says otherwise: embedded in the suite, or downloaded.
     *
     * @throws DataException if there is no such data set
     */
    public static Path folder(String name) {
        reader(name);
        return name.equals(EMBEDDED) ? Path.of("datasets", name) : CACHE.resolve(name);
    }

    /**
     * Reads a whole data set into memory, a byte per pixel and channel. Where the directory holds a file
     * {@code SHA256SUMS}, the files in that list are checked first. Data that are not known to be the public data set
     * of that name are called {@code unverified} in their description.
     *
     * @param name one of {@link #names()}
     * @param notes receives a sentence on each thing that is worth knowing but no reason to refuse the data
     * @throws DataException with one sentence on which file is wrong and what to do
     */
    public static HeapDataset load(String name, Path directory, Consumer<String> notes) {
        DatasetReader reader = reader(name);
        if (!Files.isDirectory(directory)) {
            boolean downloadable = DownloadableDataset.all().stream()
                    .anyMatch(set -> set.dataset().equals(name));
            throw new DataException(
                    "The folder %s of data set %s does not exist: %sname the right one with -Ddataset.dir="
                            .formatted(directory, name, downloadable ? "fetch it with \"make datasets\" or " : ""));
        }
        Map<String, String> sums = Checksums.check(directory);
        HeapDataset dataset = reader.read(directory, notes);
        return reader.isGenuine(dataset, directory, sums) ? dataset : dataset.unverified();
    }

    /** Does the same, without the notes. */
    public static HeapDataset load(String name, Path directory) {
        return load(name, directory, note -> {});
    }

    private static DatasetReader reader(String name) {
        DatasetReader reader = READERS.get(name);
        if (reader == null) {
            throw new DataException(
                    "There is no data set \"%s\": choose one of %s".formatted(name, String.join(", ", names())));
        }
        return reader;
    }
}
