package org.resnetclaims.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Batch;
import org.resnetclaims.data.GivenImages;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Parameter.Role;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.network.VggNetworks;

/**
 * Whether the gradients of an engine are those of finite differences of the loss, in training mode, for every kind of
 * network that the claims speak of. Deeper ones consist of the same blocks, but amplify the rounding of single
 * precision until differences say nothing.
 */
public abstract class GradientsContract {

    private static final int BATCH = 8;
    private static final int CLASSES = 5;

    /** By how much the loss is to change: less is lost in rounding, more in the bends of the loss. */
    private static final List<Double> CHANGES = List.of(0.003, 0.001);

    private static final double TOLERANCE = 0.03;

    protected abstract Engine engine();

    static Stream<Named<Network>> networks() {
        Shape small = new Shape(3, 8, 8);
        Shape medium = new Shape(3, 16, 16);
        return Stream.of(
                        build(CifarNetworks.plain(8), small),
                        build(CifarNetworks.plain(20), small),
                        build(CifarNetworks.residual(14), small),
                        build(CifarNetworks.residual(14, Shortcut.B), small),
                        build(CifarNetworks.residual(14, Shortcut.C), small),
                        build(CifarNetworks.plain(14).withoutNormalisation(), small),
                        build(CifarNetworks.residual(14).withoutNormalisation(), small),
                        build(CifarNetworks.residual(14).withoutNormalisation().withSkipInit(), small),
                        build(CifarNetworks.residual(14).withoutShortcuts(), small),
                        build(CifarNetworks.residualOfSingleLayers(14), small),
                        build(CifarNetworks.plainOfBottlenecks(11), small),
                        build(CifarNetworks.residualOfBottlenecks(20), small),
                        build(CifarNetworks.preActivation(14), small),
                        build(CifarNetworks.residual(14).withDropout(0.3), small),
                        build(CifarNetworks.residual(14).withStochasticDepth(0.5), small),
                        build(ImageNetNetworks.plain(18), medium),
                        build(ImageNetNetworks.residual(34), medium),
                        build(ImageNetNetworks.residual(34, Shortcut.C), medium),
                        build(ImageNetNetworks.residual(50), medium),
                        // Large enough for the first layers of Table 1.
                        build(ImageNetNetworks.residual(18), new Shape(3, 64, 64)),
                        build(VggNetworks.vgg(16), new Shape(3, 32, 32)))
                .map(network -> Named.of("%s on %s".formatted(network.name(), network.input()), network));
    }

    private static Network build(Architecture architecture, Shape input) {
        return architecture.build(input, 4, CLASSES);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradients_are_those_of_finite_differences_of_the_loss(Network network) {
        try (Loss loss = new Loss(network)) {
            Map<Parameter, double[]> gradients = loss.gradients();
            assertThat(loss.error(gradients, role -> role == Role.WEIGHTS))
                    .as("weights")
                    .isLessThan(TOLERANCE);
            assertThat(loss.error(gradients, role -> role != Role.WEIGHTS))
                    .as("biases, scales, shifts and scalars")
                    .isLessThan(TOLERANCE);

            // A test that found no fault with any gradient would show nothing.
            gradients.forEach((parameter, gradient) -> scale(gradient, 1.1));
            assertThat(loss.error(gradients, role -> role == Role.WEIGHTS)).isGreaterThan(TOLERANCE);
        }
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    /** The mean loss of a network on a batch in training mode, as a function of its parameters. */
    private final class Loss implements AutoCloseable {

        private final Network network;
        private final Batch batch;
        private final ModelState start;
        private final Model model;

        private Loss(Network network) {
            this.network = network;
            Random random = new Random(3);
            float[] pixels = new float[Math.toIntExact(BATCH * network.input().size())];
            int[] labels = new int[BATCH];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) random.nextGaussian();
            }
            Arrays.setAll(labels, i -> i % CLASSES);
            batch = GivenImages.batch(network.input(), pixels, labels);
            start = start(network);
            model = engine().create(network, new Recipe(1, List.of(), 0, 0, BATCH, 1, Augmentation.NONE));
        }

        /** As runs begin, but for scalars: at 0 they would stop the gradients of all that lies before them. */
        private static ModelState start(Network network) {
            StateDict drawn = InitialState.draw(network, 1).parameters();
            Map<String, float[]> arrays = new LinkedHashMap<>();
            for (Parameter parameter : network.parameters()) {
                arrays.put(
                        parameter.name(), parameter.role() == Role.SCALAR ? new float[] {0.5f} : drawn.get(parameter));
            }
            return ModelState.atRest(network, new StateDict(arrays));
        }

        /** What a bare step at rate 1 takes away. */
        private Map<Parameter, double[]> gradients() {
            model.restore(start);
            model.step(batch, 1);
            StateDict after = model.state().parameters();
            Map<Parameter, double[]> gradients = new LinkedHashMap<>();
            for (Parameter parameter : network.parameters()) {
                if (parameter.role().hasGradient()) {
                    float[] from = start.parameters().get(parameter);
                    float[] to = after.get(parameter);
                    double[] gradient = new double[from.length];
                    Arrays.setAll(gradient, i -> (double) from[i] - to[i]);
                    gradients.put(parameter, gradient);
                }
            }
            return gradients;
        }

        /**
         * How far the change of the loss is from that which the gradients foretell, as a share of it, where the
         * parameters of some roles are moved along a direction in which all their arrays count; the smaller of two
         * steps.
         */
        private double error(Map<Parameter, double[]> gradients, Predicate<Role> roles) {
            Map<Parameter, double[]> direction = direction(gradients, roles);
            double slope = direction.entrySet().stream()
                    .mapToDouble(entry -> product(entry.getValue(), gradients.get(entry.getKey())))
                    .sum();
            return CHANGES.stream()
                    .mapToDouble(change -> {
                        StateDict above = moved(direction, change / slope);
                        StateDict below = moved(direction, -change / slope);
                        double foretold = gradients.entrySet().stream()
                                .mapToDouble(entry -> product(
                                        difference(above.get(entry.getKey()), below.get(entry.getKey())),
                                        entry.getValue()))
                                .sum();
                        return Math.abs((of(above) - of(below)) / foretold - 1);
                    })
                    .min()
                    .orElseThrow();
        }

        /** Each array has a random direction that is about that of its gradient, and a length of about 1. */
        private Map<Parameter, double[]> direction(Map<Parameter, double[]> gradients, Predicate<Role> roles) {
            Random random = new Random(5);
            Map<Parameter, double[]> direction = new LinkedHashMap<>();
            gradients.forEach((parameter, gradient) -> {
                double norm = Math.sqrt(product(gradient, gradient));
                if (roles.test(parameter.role()) && norm > 0) {
                    direction.put(
                            parameter,
                            Arrays.stream(gradient)
                                    .map(value -> 2 * random.nextDouble() * value / norm)
                                    .toArray());
                }
            });
            return direction;
        }

        private StateDict moved(Map<Parameter, double[]> direction, double by) {
            Map<String, float[]> arrays = new LinkedHashMap<>();
            for (Parameter parameter : network.parameters()) {
                float[] values = start.parameters().get(parameter).clone();
                double[] along = direction.getOrDefault(parameter, new double[values.length]);
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (values[i] + by * along[i]);
                }
                arrays.put(parameter.name(), values);
            }
            return new StateDict(arrays);
        }

        private double of(StateDict parameters) {
            model.restore(new ModelState(parameters, start.velocities()));
            model.score();
            model.step(batch, 0);
            return model.score().meanLoss();
        }

        @Override
        public void close() {
            model.close();
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Of what single precision has made of them. */
    private static double[] difference(float[] a, float[] b) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, i -> (double) a[i] - b[i]);
        return difference;
    }
}
