package org.resnetclaims.data.readers;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Reads one kind of data set. */
interface DatasetReader {

    /**
     * @param directory exists
     * @param notes receives a sentence on each thing that is worth knowing but no reason to refuse the data
     * @throws org.resnetclaims.data.DataException if anything in it is missing, damaged or out of bounds
     */
    HeapDataset read(Path directory, Consumer<String> notes);

    /**
     * Whether that is the data set of that name, and not merely something in its format.
     *
     * @param directory from which it was read
     * @param sums of files in the directory, by their names: SHA-256 in hex, as found by {@link Checksums#check}
     */
    boolean isGenuine(HeapDataset dataset, Path directory, Map<String, String> sums);
}
