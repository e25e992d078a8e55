package org.resnetclaims.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures whole training steps of Deeplearning4j's stock layers and of this suite's two engines, on the same networks,
 * batches and cores; prints a table and writes {@link Results}.
 */
public final class Benchmark {

    private Benchmark() {}

    /** Takes the folder of the embedded data set, the file for the results, and the number of rounds. */
    public static void main(String[] args) throws IOException {
        Path embedded = Path.of(args[0]).toAbsolutePath();
        Path output = Path.of(args[1]).toAbsolutePath();
        int rounds = Integer.parseInt(args[2]);
        Path folder = Files.createTempDirectory("benchmark");
        try {
            for (Images images : Images.values()) {
                images.prepare(folder);
            }
            Results results = measure(folder, embedded, rounds);
            System.out.println(new Printout(results).text());
            JsonFile.write(output, results);
            System.out.println("Wrote " + output);
        } finally {
            delete(folder);
        }
    }

    private static Results measure(Path folder, Path embedded, int rounds) {
        Instant started = Instant.now();
        long start = System.nanoTime();
        Machine machine = Machine.current();
        Session session = new Session(folder, embedded, machine.cores());
        Summary summary = new Summary(session.rounds(rounds), machine.cores());
        return new Results(
                started.toString(),
                (System.nanoTime() - start) / 1e9,
                machine,
                rounds,
                summary.rows(),
                summary.ratios(),
                summary.scaling(),
                summary.layerKinds());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
