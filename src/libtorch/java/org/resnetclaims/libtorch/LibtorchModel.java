package org.resnetclaims.libtorch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.data.Batch;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Score;
import org.resnetclaims.training.Signal;
import org.resnetclaims.training.StateDict;

/** A network and its optimiser in a few flat buffers on a device. */
final class LibtorchModel implements Model {

    private final Network network;
    private final Recipe recipe;
    private final Lane lane;
    private final TorchDevice device;

    private final PointerScope memory = new PointerScope();
    private final FlatLayout layout;
    private final Tensor parameters;
    private final Tensor velocities;
    private final RunningStatistics statistics;
    private final TrainingStep training;
    private final ForwardPass inference;

    /** The images of the latest step, and how that computes. */
    private ResidentImages.@Nullable Loan images;

    private Runnable computation = () -> {};

    /** @param lane for it alone, and which it closes */
    LibtorchModel(Network network, Recipe recipe, Lane lane) {
        this.network = network;
        this.recipe = recipe;
        this.lane = lane;
        device = lane.device();
        try (memory) {
            layout = new FlatLayout(network, Parameter.Role::hasGradient);
            parameters = device.zeros(torch.ScalarType.Float, layout.size());
            velocities = device.zeros(torch.ScalarType.Float, layout.size());
            statistics = new RunningStatistics(network, recipe.batchSize(), device);
            Tensor decay = device.floats(layout.each(this::decay), layout.size());
            HeavyBall optimiser = new HeavyBall(recipe.momentum(), parameters, velocities, decay);
            training = new TrainingStep(network, recipe, layout, parameters, optimiser, statistics, device);
            inference = new ForwardPass(network, statistics.runningIn(operands()), false, Set.of());
            memory.extend();
        }
    }

    private double decay(Place place) {
        return place.parameter().role() == Parameter.Role.WEIGHTS ? recipe.weightDecay() : 0;
    }

    /** Without gradients. */
    private Operands operands() {
        return new Operands().with(layout, parameters);
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public int batchSize() {
        return recipe.batchSize();
    }

    @Override
    public void step(Batch batch, double learningRate) {
        lane.enter();
        training.prepare(imagesOf(batch), batch, learningRate);
        lane.repeat(computation);
    }

    private DeviceImages imagesOf(Batch batch) {
        if (images == null || !images.serves(batch)) {
            giveBackImages();
            images = lane.images().borrow(batch);
            DeviceImages shown = images.images();
            computation = () -> training.compute(shown);
        }
        return images.images();
    }

    private void giveBackImages() {
        if (images != null) {
            // Whoever frees them does not know of the steps here that are still to read them.
            device.synchronize();
            images.close();
            images = null;
        }
    }

    @Override
    public Score score() {
        lane.enter();
        return training.score();
    }

    @Override
    public float[] logits(float[] pixels) {
        lane.enter();
        try (PointerScope scope = new PointerScope()) {
            return TorchDevice.read(ForwardPass.logits(inference.outputs(tensor(pixels))));
        }
    }

    @Override
    public List<Signal> signals(float[] pixels, int[] labels, List<String> nodes) {
        lane.enter();
        try (PointerScope scope = new PointerScope()) {
            Tensor classes = device.longs(Arrays.stream(labels).asLongStream().toArray(), labels.length);
            return new Look(network, operands(), true, nodes).forwardAndBackward(tensor(pixels), classes);
        }
    }

    @Override
    public List<Signal> responses(float[] pixels, List<String> nodes) {
        lane.enter();
        try (PointerScope scope = new PointerScope()) {
            return new Look(network, statistics.runningIn(operands()), false, nodes).forward(tensor(pixels));
        }
    }

    /** images x channels x height x width, the channels of a pixel side by side. */
    private Tensor tensor(float[] pixels) {
        Shape shape = network.input();
        return device.floats(pixels, pixels.length / shape.size(), shape.channels(), shape.height(), shape.width())
                .permute(0, 2, 3, 1)
                .contiguous()
                .permute(0, 3, 1, 2);
    }

    @Override
    public ModelState state() {
        lane.enter();
        Map<String, float[]> arrays = layout.read(parameters);
        arrays.putAll(statistics.read());
        Map<String, float[]> inOrder = new LinkedHashMap<>();
        network.parameters().forEach(parameter -> inOrder.put(parameter.name(), arrays.get(parameter.name())));
        return new ModelState(new StateDict(inOrder), new StateDict(layout.read(velocities)));
    }

    @Override
    public void restore(ModelState state) {
        lane.enter();
        layout.write(state.parameters(), parameters);
        layout.write(state.velocities(), velocities);
        statistics.write(state.parameters());
    }

    @Override
    public void close() {
        lane.enter();
        try {
            giveBackImages();
            memory.close();
        } finally {
            lane.close();
        }
    }
}
