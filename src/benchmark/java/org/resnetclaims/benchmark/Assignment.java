package org.resnetclaims.benchmark;

import java.nio.file.Path;
import org.resnetclaims.data.Dataset;

/**
 * What one worker measures.
 *
 * @param images the folder that {@link Images#prepare} has filled
 * @param embedded the folder of the embedded data set
 */
record Assignment(Workload workload, Engine engine, int runs, int threadsPerRun, Path images, Path embedded) {

    Dataset data() {
        return workload.images().load(images, embedded);
    }
}
