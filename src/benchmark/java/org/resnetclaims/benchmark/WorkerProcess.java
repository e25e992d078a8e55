package org.resnetclaims.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts workers, one after the other, on the Java and the class path of this process. */
final class WorkerProcess {

    private static final long LONGEST_MINUTES = 5;

    private final Path folder;

    /** @param folder for files between this process and its workers */
    WorkerProcess(Path folder) {
        this.folder = folder;
    }

    Measurement measure(Assignment assignment) {
        return run(assignment, Map.of());
    }

    /** Lets oneDNN tell the time of each of its computations, which slows the whole. */
    LayerTimes profile(Assignment assignment) {
        Measurement measurement = run(assignment, Map.of("ONEDNN_VERBOSE", "profile_exec"));
        try {
            return LayerTimes.parse(Files.readAllLines(output()), measurement.steps());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the profile in " + output(), e);
        }
    }

    private Measurement run(Assignment assignment, Map<String, String> environment) {
        Path task = folder.resolve("assignment.json");
        Path result = folder.resolve("measurement.json");
        JsonFile.write(task, assignment);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        // Reaches at once the speed that two compilers reach after two hundred steps.
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.bytedeco.javacpp.maxbytes=6g",
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                        // Else it warns of ND4J's own, older natives at each start.
                        "-Dorg.bytedeco.javacpp.logger=slf4j",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        task.toString(),
                        result.toString()))
                .redirectOutput(output().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(assignment.threadsPerRun()));
        builder.environment().putAll(environment);
        try {
            Files.deleteIfExists(result);
            await(builder.start(), assignment);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot start a worker", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("The benchmark was interrupted", e);
        }
        return JsonFile.read(result, Measurement.class);
    }

    private static void await(Process worker, Assignment assignment) throws InterruptedException {
        // A worker must not outlive a benchmark that the user stops.
        Thread stop = new Thread(worker::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(stop);
        if (!worker.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            throw failure(assignment, "took longer than %d minutes".formatted(LONGEST_MINUTES));
        }
        Runtime.getRuntime().removeShutdownHook(stop);
        if (worker.exitValue() != 0) {
            throw failure(assignment, "ended with exit code %d".formatted(worker.exitValue()));
        }
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private static IllegalStateException failure(Assignment assignment, String what) {
        return new IllegalStateException("The worker for %s on %s %s: see what it wrote above"
                .formatted(assignment.workload().network(), assignment.engine().label(), what));
    }
}
