package org.resnetclaims.data;

import java.nio.file.Path;

/** Reads one kind of data set. */
interface DatasetReader {

    /**
     * @param directory exists
     * @throws DataException if anything in it is missing, damaged or out of bounds
     */
    Dataset read(Path directory);

    /**
     * Whether that is the data set whose name it bears, and not merely something in its format.
     *
     * @param directory from which it was read; what its file {@code SHA256SUMS} lists was found right
     */
    boolean isGenuine(Dataset dataset, Path directory);
}
