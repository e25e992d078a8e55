package org.resnetclaims.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Batches;
import org.resnetclaims.data.ComputedImages;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Recipe;

/** Memory outside the heap stays level, however long a run and however many of them. */
@EnabledIf("org.resnetclaims.libtorch.TorchNatives#load")
class NativeMemoryTest {

    private static final int BATCH = 64;
    private static final ComputedImages IMAGES = new ComputedImages(new Shape(1, 14, 14), 500, 10);
    private static final Network NETWORK = CifarNetworks.residual(20).build(IMAGES.shape(), 8, 10);
    private static final Recipe RECIPE = new Recipe(0.01, List.of(), 0.9, 1e-4, BATCH, 5000, new Augmentation(1, true));

    private static final LibtorchEngine ENGINE = new LibtorchEngine();

    private final Batches batches = new Batches(IMAGES, IMAGES.mean(), RECIPE.augmentation(), BATCH, 1);

    /** What the garbage collector would free one day counts as a leak here. */
    @Test
    void nothing_that_a_step_or_a_look_makes_outlives_it() {
        try (Model model = model()) {
            assertThat(madeBy(() -> train(model, 0, 3))).isZero();
            assertThat(madeBy(() -> look(model))).isZero();
        }
    }

    @Test
    void nothing_of_a_model_outlives_it_but_the_images() {
        Runnable run = () -> {
            try (Model model = model()) {
                train(model, 0, 1);
            }
        };
        run.run();
        assertThat(madeBy(run)).isZero();
    }

    private static long madeBy(Runnable work) {
        work.run();
        // Left by others.
        System.gc();
        long before = Pointer.totalCount();
        work.run();
        return Math.max(0, Pointer.totalCount() - before);
    }

    @Tag("long")
    @Test
    @EnabledOnOs(OS.LINUX)
    void the_process_does_not_grow_over_thousands_of_steps() throws IOException {
        try (Model model = model()) {
            train(model, 0, 300);
            long before = residentKib();
            train(model, 300, 2300);
            // The activations of a single step are twice as large.
            assertThat(residentKib() - before).isLessThan(16 << 10);
        }
    }

    private static Model model() {
        Model model = ENGINE.create(NETWORK, RECIPE);
        model.restore(InitialState.draw(NETWORK, 1));
        return model;
    }

    private void train(Model model, int from, int to) {
        for (int iteration = from; iteration < to; iteration++) {
            model.step(batches.at(iteration), 0.01);
            if (iteration % 100 == 0) {
                model.score();
            }
        }
    }

    private static void look(Model model) {
        float[] images = new float[Math.toIntExact(BATCH * IMAGES.shape().size())];
        List<String> nodes = NETWORK.nodes().stream().map(Node::name).toList();
        model.signals(images, new int[BATCH], nodes);
        model.responses(images, nodes);
        model.logits(images);
        model.restore(model.state());
        model.score();
    }

    /** What the process holds beside files. */
    private static long residentKib() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("RssAnon"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}
