package org.resnetclaims.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Batch;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.GivenImages;
import org.resnetclaims.data.Shift;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.network.Layer;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Shape;

/** What every engine owes to the training loop. An engine extends this with a network that it can train. */
public abstract class EngineContract {

    protected static final Dataset DATA =
            Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(500, 90, 4);

    private static final int BATCH = 32;
    private static final String HIDDEN = "hidden";

    private final Trainer trainer = new Trainer(engine());

    protected abstract Engine engine();

    /** A network of at least one weighted layer that ends in {@code classes} logits. */
    protected abstract Network network(Shape input, int classes);

    @Test
    void it_learns() {
        RunOutcome outcome = train(run(1, 0.1, 120)).outcome();
        assertThat(outcome.diverged()).isFalse();
        assertThat(outcome.trainingError()).isLessThan(50);
        assertThat(outcome.testError()).isLessThan(60);
        assertThat(outcome.curve()).hasSize(8);
        assertThat(outcome.curve().get(7).iteration()).isEqualTo(120);
        assertThat(outcome.curve().get(0).trainingError())
                .isGreaterThan(outcome.curve().get(7).trainingError());
    }

    @Test
    void it_yields_the_same_bits_for_the_same_seed_and_others_for_another() {
        TrainedRun first = train(run(1, 0.1, 24));
        TrainedRun again = train(run(1, 0.1, 24));
        TrainedRun other = train(run(2, 0.1, 24));
        assertThat(timeless(again)).isEqualTo(timeless(first));
        assertThat(other.outcome().curve()).isNotEqualTo(first.outcome().curve());
    }

    @Test
    void it_yields_the_same_bits_beside_other_runs() throws Exception {
        TrainedRun alone = train(run(1, 0.1, 24));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<TrainedRun>> together = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                long seed = 1 + i % 2;
                together.add(threads.submit(() -> train(run(seed, 0.1, 24))));
            }
            for (int i = 0; i < 6; i += 2) {
                assertThat(timeless(together.get(i).get())).isEqualTo(timeless(alone));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_run_that_diverges_ends_as_one_that_guesses() {
        RunOutcome outcome = train(run(1, 1e30, 24)).outcome();
        assertThat(outcome.diverged()).isTrue();
        assertThat(outcome.trainingError()).isEqualTo(90);
        assertThat(outcome.testError()).isEqualTo(90);
    }

    @Test
    void it_tells_its_progress() {
        List<Integer> told = new ArrayList<>();
        trainer.train(run(1, 0.1, 3), DATA, Checkpoints.NONE, told::add);
        assertThat(told).containsExactly(1, 2, 3);
    }

    @Test
    void a_run_that_is_stopped_and_goes_on_comes_to_the_same_bits() {
        Run run = run(1, 0.1, 60);
        TrainedRun uninterrupted = train(run);

        for (int stop : List.of(1, 7, 30, 59)) {
            SavedStates first = new SavedStates(Optional.empty());
            assertThatThrownBy(() -> trainer.train(run, DATA, first, stopAt(stop)))
                    .isInstanceOf(Stop.class);
            // What was trained after the last checkpoint is lost with the process.
            SavedStates second = new SavedStates(first.last());
            List<Integer> told = new ArrayList<>();
            TrainedRun resumed = trainer.train(run, DATA, second, told::add);

            assertThat(timeless(resumed)).isEqualTo(timeless(uninterrupted));
            assertThat(told).startsWith(stop == 1 ? 1 : stop - 1);
        }
    }

    @Test
    void a_warm_up_ends_at_the_same_batch_when_the_run_is_stopped_and_goes_on() {
        Recipe recipe = run(1, 0.1, 230).recipe();
        Run run = new Run(network(), DATA.description(), warmingUp(recipe), 1);
        TrainedRun uninterrupted = train(run);
        assertThat(uninterrupted.parameters())
                .isNotEqualTo(train(run(1, 0.1, 230)).parameters());

        for (int stop : List.of(60, 150)) {
            SavedStates first = new SavedStates(Optional.empty());
            assertThatThrownBy(() -> trainer.train(run, DATA, first, stopAt(stop)))
                    .isInstanceOf(Stop.class);
            TrainedRun resumed = trainer.train(run, DATA, new SavedStates(first.last()), iterations -> {});
            assertThat(timeless(resumed)).isEqualTo(timeless(uninterrupted));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 32, 200})
    void a_run_begins_anew_where_a_checkpoint_is_none(int length) {
        byte[] junk = new byte[length];
        Arrays.fill(junk, (byte) 0x7f);

        Run run = run(1, 0.1, 8);
        assertThat(timeless(trainer.train(run, DATA, new SavedStates(Optional.of(junk)), iterations -> {})))
                .isEqualTo(timeless(train(run)));
    }

    @Test
    void it_adds_up_the_seconds_of_all_parts() {
        Run run = run(1, 0.1, 8);
        SavedStates first = new SavedStates(Optional.empty());
        assertThatThrownBy(() -> trainer.train(run, DATA, first, stopAt(8))).isInstanceOf(Stop.class);
        TrainingState state =
                TrainingState.of(run.network(), first.last().orElseThrow()).orElseThrow();
        TrainingState slow = new TrainingState(
                state.iteration(),
                state.warm(),
                state.wrong(),
                state.seen(),
                state.wrongInWindow(),
                1000,
                state.curve(),
                state.model());
        TrainedRun resumed = trainer.train(run, DATA, new SavedStates(Optional.of(slow.bytes())), iterations -> {});

        assertThat(resumed.outcome().seconds()).isBetween(1000.0, 1100.0);
    }

    @Test
    void a_run_saves_its_state_when_it_is_interrupted() {
        Run run = run(1, 0.1, 24);
        SavedStates checkpoints = new SavedStates(Optional.empty(), false);
        assertThatThrownBy(() -> trainer.train(run, DATA, checkpoints, iterations -> {
                    if (iterations == 5) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(CancellationException.class);

        byte[] saved = checkpoints.last().orElseThrow();
        assertThat(TrainingState.of(run.network(), saved).orElseThrow().iteration())
                .isEqualTo(5);
        assertThat(timeless(trainer.train(run, DATA, new SavedStates(Optional.of(saved)), iterations -> {})))
                .isEqualTo(timeless(train(run)));
    }

    @Test
    void the_mistakes_of_a_trained_network_are_those_of_its_logits() {
        Run run = run(1, 0.1, 24);
        TrainedRun trained = train(run);
        try (Model model = engine().create(run.network(), run.recipe())) {
            model.restore(ModelState.atRest(run.network(), trained.parameters()));
            Mistakes mistakes = new Evaluation(model, DATA.training().mean()).mistakesOn(DATA.test());
            assertThat(mistakes).isEqualTo(trained.outcome().testMistakes());
        }
    }

    @Test
    void a_state_comes_back_as_it_was_given() {
        Run run = run(1, 0.1, 8);
        ModelState state = InitialState.draw(run.network(), 5);
        try (Model model = engine().create(run.network(), run.recipe())) {
            model.restore(state);
            assertThat(model.state()).isEqualTo(state);
        }
    }

    @Test
    void the_state_of_another_network_is_refused() {
        Run run = run(1, 0.1, 8);
        Network other = network(DATA.description().image(), 7);
        try (Model model = engine().create(run.network(), run.recipe())) {
            assertThatThrownBy(() -> model.restore(InitialState.draw(other, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another network");
        }
    }

    /** Heavy ball with weight decay, from two steps at different rates: the velocity keeps the rate of its step. */
    @Test
    void a_step_follows_the_optimiser_of_the_paper() {
        Run run = run(1, 0.1, 8);
        Images batch = new Images(run.recipe().batchSize());
        Recipe bare = new Recipe(0.1, List.of(), 0, 0, batch.labels.length, 8, Augmentation.NONE);
        Recipe full = new Recipe(0.1, List.of(), 0.9, 0.01, batch.labels.length, 8, Augmentation.NONE);
        ModelState start = InitialState.draw(run.network(), 1);
        ModelState once;
        ModelState twice;
        try (Model model = engine().create(run.network(), full)) {
            model.restore(start);
            model.step(batch.whole(), 0.5);
            once = model.state();
            model.step(batch.whole(), 0.05);
            twice = model.state();
        }
        for (Parameter parameter : run.network().parameters()) {
            if (!parameter.role().hasGradient()) {
                continue;
            }
            double decay = parameter.role() == Parameter.Role.WEIGHTS ? 0.01 : 0;
            float[] before = start.parameters().get(parameter);
            float[] between = once.parameters().get(parameter);
            float[] firstGradient = gradient(run.network(), bare, start, batch, parameter);
            float[] secondGradient = gradient(run.network(), bare, once, batch, parameter);
            for (int i = 0; i < before.length; i++) {
                double first = 0.5 * (firstGradient[i] + decay * before[i]);
                double second = 0.9 * first + 0.05 * (secondGradient[i] + decay * between[i]);
                assertThat((double) between[i]).isCloseTo(before[i] - first, within(1e-4));
                assertThat((double) twice.parameters().get(parameter)[i])
                        .isCloseTo(before[i] - first - second, within(2e-4));
            }
        }
    }

    /** What a bare step at rate 1 takes away. */
    private float[] gradient(Network network, Recipe bare, ModelState from, Images batch, Parameter parameter) {
        try (Model model = engine().create(network, bare)) {
            model.restore(from);
            model.step(batch.whole(), 1);
            float[] before = from.parameters().get(parameter);
            float[] after = model.state().parameters().get(parameter);
            float[] gradient = new float[before.length];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = before[i] - after[i];
            }
            return gradient;
        }
    }

    @Test
    void a_node_that_the_network_lacks_cannot_be_looked_at() {
        Run run = run(1, 0.1, 8);
        Images batch = new Images(run.recipe().batchSize());
        try (Model model = engine().create(run.network(), run.recipe())) {
            assertThatThrownBy(() -> model.signals(batch.pixels, batch.labels, List.of("no such node")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no such node");
        }
    }

    @Test
    void responses_are_those_of_every_image_given() {
        for (int number : List.of(BATCH, 5)) {
            Images batch = new Images(number);
            float[] rectified = batch.pixels.clone();
            for (int i = 0; i < rectified.length; i++) {
                rectified[i] = Math.max(0, rectified[i]);
            }
            try (Model model = rectifying()) {
                Signal seen = model.responses(batch.pixels, List.of(HIDDEN)).get(0);
                Signal.Channel expected =
                        Signal.of(rectified, new float[0], number, 1).channels().get(0);
                assertThat(seen.images()).isEqualTo(number);
                assertThat(seen.channels()).hasSize(1);
                Signal.Channel channel = seen.channels().get(0);
                assertThat(channel.values()).isEqualTo(rectified.length);
                assertThat(channel.positives()).isEqualTo(expected.positives()).isBetween(1L, channel.values() - 1);
                assertThat(channel.sum()).isCloseTo(expected.sum(), withinPercentage(1e-4));
                assertThat(channel.sumOfSquares()).isCloseTo(expected.sumOfSquares(), withinPercentage(1e-4));
                assertThat(channel.gradientSumOfSquares()).isNaN();
            }
        }
    }

    @Test
    void the_score_is_that_of_all_batches_since_it_was_last_asked_before_the_step_of_each() {
        Images batch = new Images(BATCH);
        try (Model model = rectifying()) {
            Score first = Score.of(model.logits(batch.pixels), batch.labels);
            model.step(batch.whole(), 0.1);
            Score second = Score.of(model.logits(batch.pixels), batch.labels);
            model.step(batch.whole(), 0.1);
            Score both = model.score();
            assertThat(both.images()).isEqualTo(2 * BATCH);
            assertThat(both.wrong()).isEqualTo(first.wrong() + second.wrong());
            assertThat(both.loss()).isCloseTo(first.loss() + second.loss(), withinPercentage(1e-3));
            assertThat(second.loss()).isLessThan(first.loss());

            assertThat(model.score().images()).isZero();
        }
    }

    @Test
    void a_batch_is_shifted_and_mirrored_as_it_says() {
        Run run = run(1, 0.1, 8);
        var shifts = IntStream.range(0, BATCH)
                .mapToObj(i -> new Shift(i % 3 - 1, i % 5 - 2, i % 2 == 0))
                .toList();
        int[] indices = IntStream.range(100, 100 + BATCH).toArray();
        var shifted = new Batch(DATA.training(), DATA.training().mean(), indices, shifts);
        Images filled = new Images(BATCH);
        shifted.fill(filled.pixels, filled.labels);
        try (Model model = engine().create(run.network(), run.recipe());
                Model other = engine().create(run.network(), run.recipe())) {
            model.restore(InitialState.draw(run.network(), 1));
            other.restore(InitialState.draw(run.network(), 1));
            model.step(shifted, 0.1);
            other.step(filled.whole(), 0.1);
            assertThat(model.state()).isEqualTo(other.state());
        }
    }

    @Test
    void a_mixed_image_counts_with_the_labels_of_both() {
        int[] indices = IntStream.range(0, BATCH).toArray();
        var unchanged = Collections.nCopies(BATCH, Shift.NONE);
        var mixed = new Batch(DATA.training(), DATA.training().mean(), indices, unchanged, 0.7, 0);
        Images own = new Images(BATCH);
        mixed.fill(own.pixels, own.labels);
        Images partners = new Images(BATCH);
        mixed.fill(partners.pixels, new int[BATCH]);
        Arrays.setAll(partners.labels, place -> own.labels[mixed.partner(place)]);
        Recipe mixing = new Recipe(0.1, List.of(), 0.9, 1e-4, BATCH, 8, new Augmentation(0, false, 1));
        try (Model model = behind(new Layer.Relu(), mixing);
                Model one = rectifying();
                Model other = rectifying()) {
            model.step(mixed, 0.1);
            one.step(own.whole(), 0.1);
            other.step(partners.whole(), 0.1);
            for (Parameter parameter : model.network().parameters()) {
                float[] found = model.state().parameters().get(parameter);
                float[] byOwn = one.state().parameters().get(parameter);
                float[] byPartners = other.state().parameters().get(parameter);
                for (int i = 0; i < found.length; i++) {
                    assertThat((double) found[i]).isCloseTo(0.7 * byOwn[i] + 0.3 * byPartners[i], within(1e-6));
                }
            }
            Score ownScore = one.score();
            Score score = model.score();
            assertThat(score.wrong()).isEqualTo(ownScore.wrong());
            assertThat(score.loss())
                    .isCloseTo(0.7 * ownScore.loss() + 0.3 * other.score().loss(), withinPercentage(1e-3));
        }
    }

    @ParameterizedTest
    @EnumSource(Layer.Dropout.Grain.class)
    void dropout_shows_a_step_what_its_mask_leaves_of_the_batch(Layer.Dropout.Grain grain) {
        Images batch = new Images(BATCH);
        Layer.Dropout layer = new Layer.Dropout(0.4, grain);
        Shape shape = DATA.description().image();
        float[] mask = DropoutMask.draw(batch.whole(), HIDDEN, layer, shape);
        Images masked = new Images(BATCH);
        for (int i = 0; i < masked.pixels.length; i++) {
            // The images have one channel.
            masked.pixels[i] *= mask[i * mask.length / masked.pixels.length];
        }
        try (Model dropping = behind(layer);
                Model bare = behind(new Layer.Dropout(0, grain))) {
            dropping.step(batch.whole(), 0.1);
            bare.step(masked.whole(), 0.1);
            assertThat(dropping.state()).isEqualTo(bare.state());
            assertThat(dropping.score()).isEqualTo(bare.score());
            dropping.step(batch.whole(), 0.1);
            bare.step(batch.whole(), 0.1);
            assertThat(dropping.state()).isNotEqualTo(bare.state());
        }
    }

    @ParameterizedTest
    @EnumSource(Layer.Dropout.Grain.class)
    void dropout_lets_all_pass_whenever_a_network_is_looked_at(Layer.Dropout.Grain grain) {
        Images batch = new Images(BATCH);
        try (Model dropping = behind(new Layer.Dropout(0.4, grain));
                Model bare = behind(new Layer.Dropout(0, grain))) {
            // So that there has been a mask.
            dropping.step(batch.whole(), 0);
            assertThat(dropping.logits(batch.pixels)).isEqualTo(bare.logits(batch.pixels));
        }
    }

    @Test
    void a_run_with_dropout_that_is_stopped_and_goes_on_comes_to_the_same_bits() {
        Run plain = run(1, 0.1, 20);
        Run run = new Run(dropping(plain.network()), plain.data(), plain.recipe(), 1);
        TrainedRun uninterrupted = train(run);
        assertThat(uninterrupted.parameters()).isNotEqualTo(train(plain).parameters());

        SavedStates first = new SavedStates(Optional.empty());
        assertThatThrownBy(() -> trainer.train(run, DATA, first, stopAt(7))).isInstanceOf(Stop.class);
        TrainedRun resumed = trainer.train(run, DATA, new SavedStates(first.last()), iterations -> {});
        assertThat(timeless(resumed)).isEqualTo(timeless(uninterrupted));
    }

    /** With dropout before its last node. */
    private static Network dropping(Network network) {
        List<Node> nodes = new ArrayList<>(network.nodes());
        Node last = nodes.remove(nodes.size() - 1);
        nodes.add(new Node("dropout", new Layer.Dropout(0.4, Layer.Dropout.Grain.VALUE), last.inputs()));
        nodes.add(new Node(last.name(), last.layer(), List.of("dropout")));
        return new Network(network.name(), network.input(), nodes);
    }

    /** Moves one output of the node after the other; all are above 0 here, so that the inputs can be moved instead. */
    @Test
    void gradients_are_those_of_finite_differences_of_the_loss() {
        Images batch = new Images(BATCH);
        for (int i = 0; i < batch.pixels.length; i++) {
            batch.pixels[i] = 0.5f + Math.abs(batch.pixels[i]);
        }
        int size = Math.toIntExact(DATA.description().image().size());
        float step = 1 / 64f;
        try (Model model = rectifying()) {
            Signal seen =
                    model.signals(batch.pixels, batch.labels, List.of(HIDDEN)).get(0);
            double squares = 0;
            // An image does not touch the loss of another, so that the same pixel of all is moved at once.
            for (int pixel = 0; pixel < size; pixel++) {
                double[] above = losses(model, moved(batch.pixels, pixel, size, step), batch.labels);
                double[] below = losses(model, moved(batch.pixels, pixel, size, -step), batch.labels);
                for (int image = 0; image < BATCH; image++) {
                    squares += Math.pow((above[image] - below[image]) / (2 * step), 2);
                }
            }
            assertThat(seen.gradientNorm())
                    .isGreaterThan(0.1)
                    .isCloseTo(Math.sqrt(squares / BATCH), withinPercentage(0.1));
        }
    }

    private static float[] moved(float[] pixels, int pixel, int size, float step) {
        float[] moved = pixels.clone();
        for (int i = pixel; i < moved.length; i += size) {
            moved[i] += step;
        }
        return moved;
    }

    private static double[] losses(Model model, float[] pixels, int[] labels) {
        float[] logits = model.logits(pixels);
        int classes = logits.length / labels.length;
        double[] losses = new double[labels.length];
        for (int image = 0; image < labels.length; image++) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.exp(logits[image * classes + c]);
            }
            losses[image] = Math.log(sum) - logits[image * classes + labels[image]];
        }
        return losses;
    }

    @Test
    void looking_changes_neither_the_state_nor_the_next_step() {
        Images batch = new Images(BATCH);
        List<String> nodes = List.of(HIDDEN);
        try (Model model = rectifying();
                Model untouched = rectifying()) {
            // Not the beginning, so that velocities have moved.
            model.step(batch.whole(), 0.1);
            untouched.step(batch.whole(), 0.1);
            ModelState before = model.state();

            model.logits(batch.pixels);
            assertThat(model.state()).isEqualTo(before);
            model.signals(batch.pixels, batch.labels, nodes);
            assertThat(model.state()).isEqualTo(before);
            model.responses(new Images(5).pixels, nodes);
            assertThat(model.state()).isEqualTo(before);

            model.step(batch.whole(), 0.1);
            untouched.step(batch.whole(), 0.1);
            assertThat(model.state()).isEqualTo(untouched.state());
        }
    }

    private Model rectifying() {
        return behind(new Layer.Relu());
    }

    /** A model whose one hidden node has this layer, on the pixels. */
    private Model behind(Layer layer) {
        return behind(layer, new Recipe(0.1, List.of(), 0.9, 1e-4, BATCH, 8, Augmentation.NONE));
    }

    private Model behind(Layer layer, Recipe recipe) {
        Node hidden = new Node(HIDDEN, layer, List.of(Network.INPUT));
        Node classifier = new Node("classifier", new Layer.FullyConnected(10), List.of(HIDDEN));
        Network network = new Network("shallow", DATA.description().image(), List.of(hidden, classifier));
        Model model = engine().create(network, recipe);
        model.restore(InitialState.draw(network, 1));
        return model;
    }

    /** The first test images, centred. */
    private static final class Images {

        private final float[] pixels;
        private final int[] labels;

        private Images(int size) {
            pixels = new float[Math.toIntExact(size * DATA.description().image().size())];
            labels = new int[size];
            DATA.test().fill(IntStream.range(0, size).toArray(), pixels, labels);
            DATA.training().mean().subtractFrom(pixels, size);
        }

        private Batch whole() {
            return GivenImages.batch(DATA.description().image(), pixels, labels);
        }
    }

    private static IntConsumer stopAt(int stop) {
        return iterations -> {
            if (iterations == stop) {
                throw new Stop();
            }
        };
    }

    private static final class Stop extends RuntimeException {}

    /** Keeps the last state, of every iteration or of none but the one of an interrupt. */
    private static final class SavedStates implements Checkpoints {

        private final Optional<byte[]> first;
        private final boolean always;
        private byte[] saved;

        private SavedStates(Optional<byte[]> first) {
            this(first, true);
        }

        private SavedStates(Optional<byte[]> first, boolean always) {
            this.first = first;
            this.always = always;
        }

        @Override
        public Optional<byte[]> latest() {
            return first;
        }

        @Override
        public boolean due() {
            return always;
        }

        @Override
        public void save(byte[] state) {
            saved = state;
        }

        private Optional<byte[]> last() {
            return Optional.ofNullable(saved);
        }
    }

    private TrainedRun train(Run run) {
        return trainer.train(run, DATA, Checkpoints.NONE, iterations -> {});
    }

    private Network network() {
        return network(DATA.description().image(), 10);
    }

    private Run run(long seed, double learningRate, int iterations) {
        Recipe recipe =
                new Recipe(learningRate, List.of(iterations / 2), 0.9, 1e-4, 32, iterations, new Augmentation(1, true));
        return new Run(network(), DATA.description(), recipe, seed);
    }

    private static Recipe warmingUp(Recipe recipe) {
        return new Recipe(
                recipe.learningRate(),
                recipe.dropsAt(),
                recipe.momentum(),
                recipe.weightDecay(),
                recipe.batchSize(),
                recipe.iterations(),
                recipe.augmentation(),
                new WarmUp(0.001, 89));
    }

    private static TrainedRun timeless(TrainedRun trained) {
        RunOutcome outcome = trained.outcome();
        return new TrainedRun(
                new RunOutcome(
                        outcome.run(),
                        outcome.seed(),
                        outcome.diverged(),
                        outcome.trainingError(),
                        outcome.testError(),
                        outcome.testMistakes(),
                        outcome.curve(),
                        0),
                trained.parameters());
    }
}
