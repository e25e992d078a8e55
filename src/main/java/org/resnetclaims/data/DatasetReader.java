package org.resnetclaims.data;

import java.nio.file.Path;

/** Reads one kind of data set. */
interface DatasetReader {

    /**
     * @param directory exists
     * @throws DataException if anything in it is missing, damaged or out of bounds
     */
    Dataset read(Path directory);
}
