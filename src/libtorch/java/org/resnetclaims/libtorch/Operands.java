package org.resnetclaims.libtorch;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.resnetclaims.network.Node;
import org.resnetclaims.network.Parameter;

/** Parameters and statistics of a network as its operations take them. */
final class Operands {

    private record Key(String node, Parameter.Role role) {}

    private final Map<Key, Tensor> tensors = new HashMap<>();
    private final Map<String, Tensor> masks = new HashMap<>();

    /** Adds all that lie in a flat buffer; it keeps pace with them. */
    Operands with(FlatLayout layout, Tensor flat) {
        for (Place place : layout.places()) {
            with(place.parameter(), place.operand(flat));
        }
        return this;
    }

    Operands with(Parameter parameter, Tensor operand) {
        tensors.put(new Key(parameter.node(), parameter.role()), operand);
        return this;
    }

    /** @param mask what the dropout of a node multiplies by */
    void withMask(String node, Tensor mask) {
        masks.put(node, mask);
    }

    /** The mask of a node that drops; empty where it lets all pass. */
    Optional<Tensor> mask(Node node) {
        return Optional.ofNullable(masks.get(node.name()));
    }

    Tensor get(Node node, Parameter.Role role) {
        return Objects.requireNonNull(tensors.get(new Key(node.name(), role)));
    }

    /** Without a tensor where there is none. */
    TensorOptional find(Node node, Parameter.Role role) {
        Tensor tensor = tensors.get(new Key(node.name(), role));
        return tensor == null ? new TensorOptional() : new TensorOptional(tensor);
    }
}
