package org.resnetclaims.libtorch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.StateDict;

/** How some parameters of a network lie one after the other, so that one operation takes them all. */
final class FlatLayout {

    private final List<Place> places = new ArrayList<>();
    private final int size;

    /** @param roles which parameters */
    FlatLayout(Network network, Predicate<Parameter.Role> roles) {
        Map<String, Shape> shapes = network.shapes();
        Map<String, String> inputs = network.nodes().stream()
                .collect(Collectors.toMap(Node::name, node -> node.inputs().get(0)));
        int end = 0;
        for (Parameter parameter : network.parameters()) {
            if (roles.test(parameter.role())) {
                Shape input = Objects.requireNonNull(shapes.get(inputs.get(parameter.node())));
                places.add(new Place(parameter, input, end));
                end += parameter.size();
            }
        }
        size = end;
    }

    List<Place> places() {
        return places;
    }

    /** How many numbers it takes. */
    int size() {
        return size;
    }

    /** One number for all those of each parameter. */
    float[] each(ToDoubleFunction<Place> number) {
        float[] numbers = new float[size];
        for (Place place : places) {
            int start = Math.toIntExact(place.start());
            int end = start + place.parameter().size();
            Arrays.fill(numbers, start, end, (float) number.applyAsDouble(place));
        }
        return numbers;
    }

    /** A copy of the numbers in a buffer, in the layout that all engines share, by the names of their parameters. */
    Map<String, float[]> read(Tensor flat) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        try (PointerScope scope = new PointerScope()) {
            Tensor host = flat.cpu();
            places.forEach(place -> arrays.put(place.parameter().name(), TorchDevice.read(place.shared(host))));
        }
        return arrays;
    }

    /**
     * Writes numbers into a buffer.
     *
     * @throws IllegalArgumentException if the state lacks a parameter
     */
    void write(StateDict state, Tensor flat) {
        try (PointerScope scope = new PointerScope()) {
            Tensor host = TorchDevice.CPU.floats(new float[size], size);
            for (Place place : places) {
                float[] numbers = state.get(place.parameter());
                Tensor shared = place.shared(host);
                shared.copy_(TorchDevice.CPU.floats(numbers, numbers.length).view_as(shared));
            }
            flat.copy_(host);
        }
    }
}
