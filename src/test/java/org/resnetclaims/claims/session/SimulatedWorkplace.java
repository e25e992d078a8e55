package org.resnetclaims.claims.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.claims.judging.Seeds;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.laboratory.SimulatedExecutor;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Precision;

/** A workplace for tests of what happens around the claims: its data have no images, and every run ends at 10 %. */
public final class SimulatedWorkplace {

    private SimulatedWorkplace() {}

    /** One that writes into a folder, with its results in a folder of its own. */
    public static Workplace in(Path folder, Path results, int parallelRuns) {
        DatasetDescription description =
                new DatasetDescription("simulated", new Shape(1, 14, 14), 10, 100, 100, "none");
        SimulatedExecutor executor = new SimulatedExecutor(run -> 10);
        Settings settings = new Settings(
                Scale.QUICK,
                "simulated",
                Optional.empty(),
                "deeplearning4j",
                Precision.FULL,
                List.of(),
                results,
                folder.resolve("archive"),
                40L << 20,
                false,
                OptionalInt.of(parallelRuns),
                new Seeds(0),
                folder.resolve("history.jsonl"),
                false,
                false,
                Duration.ofMinutes(10));
        return new Workplace(settings, new Dataset(description, null, null), executor, executor.engine());
    }
}
