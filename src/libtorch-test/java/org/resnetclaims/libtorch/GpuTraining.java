package org.resnetclaims.libtorch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Batches;
import org.resnetclaims.data.ComputedImages;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.StateDict;

/** Trains a network on GPUs for some steps, on images of noise; captured, or eager, step by step as it stands. */
final class GpuTraining {

    /** After them a captured step is replayed. */
    static final int WARM_UP = 5;

    private final Backend backend;
    private final Network network;
    private final Recipe recipe;
    private final Batches batches;

    GpuTraining(Backend backend, Network network, int batchSize) {
        this.backend = backend;
        this.network = network;
        recipe = new Recipe(0.1, List.of(), 0.9, 1e-4, batchSize, 1, new Augmentation(4, true));
        ComputedImages images = new ComputedImages(network.input(), 8 * batchSize, 10);
        batches = new Batches(images, images.mean(), recipe.augmentation(), batchSize, 1);
    }

    /** What a number of steps comes to. */
    ModelState after(int steps, boolean eager) {
        try (LibtorchModel model = model(eager)) {
            step(model, 0, steps);
            return model.state();
        }
    }

    /** Whether steps are replayed from a graph after some steps, or taken one by one as they stand. */
    boolean captures() {
        NativeSettings.holdThread();
        Lane lane = backend.open();
        try (LibtorchModel model = new LibtorchModel(network, recipe, lane)) {
            model.restore(InitialState.draw(network, 1));
            step(model, 0, WARM_UP);
            return lane.isReplaying();
        }
    }

    /** The largest difference between any two numbers of two states; 0 for the same bits. */
    double difference(ModelState one, ModelState other) {
        return network.parameters().stream()
                .mapToDouble(parameter -> Math.max(
                        difference(parameter, one.parameters(), other.parameters()),
                        parameter.role().hasGradient()
                                ? difference(parameter, one.velocities(), other.velocities())
                                : 0))
                .max()
                .orElseThrow();
    }

    private static double difference(Parameter parameter, StateDict one, StateDict other) {
        float[] a = one.get(parameter);
        float[] b = other.get(parameter);
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs((double) a[i] - b[i]))
                .max()
                .orElseThrow();
    }

    /** Images per second, of so many runs at once together; 0 if they fail. */
    double imagesPerSecond(int runs, int steps, boolean eager) throws InterruptedException {
        AtomicLong began = new AtomicLong();
        CyclicBarrier together = new CyclicBarrier(runs, () -> began.set(System.nanoTime()));
        AtomicBoolean failed = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Thread thread = new Thread(() -> {
                try (LibtorchModel model = model(eager)) {
                    step(model, 0, WARM_UP);
                    model.score();
                    together.await();
                    step(model, WARM_UP, steps);
                    model.score();
                } catch (Exception e) {
                    System.out.println(e.getMessage());
                    failed.set(true);
                    together.reset();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - began.get()) / 1e9;
        return failed.get() ? 0 : runs * steps * recipe.batchSize() / seconds;
    }

    private LibtorchModel model(boolean eager) {
        NativeSettings.holdThread();
        Lane lane = backend.open();
        LibtorchModel model = new LibtorchModel(network, recipe, eager ? new EagerLane(lane) : lane);
        model.restore(InitialState.draw(network, 1));
        return model;
    }

    private void step(LibtorchModel model, int from, int steps) {
        for (int i = from; i < from + steps; i++) {
            model.step(batches.at(i), 0.01);
        }
    }

    /** One that captures nothing. */
    private record EagerLane(Lane lane) implements Lane {

        @Override
        public TorchDevice device() {
            return lane.device();
        }

        @Override
        public ResidentImages images() {
            return lane.images();
        }

        @Override
        public void enter() {
            lane.enter();
        }

        @Override
        public void repeat(Runnable work) {
            work.run();
        }

        @Override
        public boolean isReplaying() {
            return false;
        }

        @Override
        public void close() {
            lane.close();
        }
    }
}
