package org.resnetclaims.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resnetclaims.data.Dataset;

/** One measurement in a process of its own, because the number of threads is read once per process. */
public final class Worker {

    private final Assignment assignment;
    private final Dataset data;
    private final Neighbours neighbours;

    private Worker(Assignment assignment) {
        this.assignment = assignment;
        data = assignment.data();
        neighbours = new Neighbours(assignment.runs());
    }

    /** Takes the file of the assignment, and the file to write the measurement to. */
    public static void main(String[] args) {
        Assignment assignment = JsonFile.read(Path.of(args[0]), Assignment.class);
        JsonFile.write(Path.of(args[1]), new Worker(assignment).measure());
        // Deeplearning4j leaves threads behind that would keep the process alive.
        System.exit(0);
    }

    private Measurement measure() {
        List<StepClock> clocks = Stream.generate(() -> new StepClock(neighbours))
                .limit(assignment.runs())
                .toList();
        List<Thread> runs = IntStream.range(0, clocks.size())
                .mapToObj(i -> new Thread(() -> train(i + 1, clocks.get(i))))
                .toList();
        runs.forEach(Thread::start);
        for (Thread run : runs) {
            try {
                run.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("The worker was interrupted", e);
            }
        }
        double stepsPerSecond =
                clocks.stream().mapToDouble(StepClock::stepsPerSecond).sum();
        long steps = clocks.stream().mapToLong(StepClock::steps).sum();
        return new Measurement(stepsPerSecond * Workload.BATCH, steps, PeakMemory.mebibytes());
    }

    private void train(long seed, StepClock clock) {
        try {
            assignment.engine().loop().train(assignment.workload().run(data, seed), data, clock);
            throw new IllegalStateException("The run ended before it was timed");
        } catch (StepClock.Enough expected) {
            // The other end of every loop.
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            // The runs beside this one would wait for it for ever.
            Runtime.getRuntime().halt(1);
        }
    }
}
