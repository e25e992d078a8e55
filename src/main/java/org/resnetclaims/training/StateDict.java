package org.resnetclaims.training;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resnetclaims.network.Parameter;

/**
 * Numbers of a network by the names of its {@linkplain org.resnetclaims.network.Network#parameters() parameters}, in
 * their order and layout, whichever engine they come from. The arrays are not copied: whoever is given one must not
 * change it.
 */
public final class StateDict implements Serializable {

    private static final long serialVersionUID = 1;

    private final LinkedHashMap<String, float[]> arrays;

    /** @param arrays in the order of the network's parameters */
    public StateDict(Map<String, float[]> arrays) {
        this.arrays = new LinkedHashMap<>(arrays);
    }

    /**
     * The array of a parameter.
     *
     * @throws IllegalArgumentException if there is none of that name and size
     */
    public float[] get(Parameter parameter) {
        float[] array = arrays.get(parameter.name());
        if (array == null || array.length != parameter.size()) {
            throw new IllegalArgumentException("The state holds no %s of %d numbers: it is that of another network"
                    .formatted(parameter.name(), parameter.size()));
        }
        return array;
    }

    /** How many numbers it holds. */
    public int size() {
        return arrays.values().stream().mapToInt(array -> array.length).sum();
    }

    /** Whether no number is NaN or infinite. */
    public boolean isFinite() {
        for (float[] array : arrays.values()) {
            for (float value : array) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** All numbers in the order of the parameters, four bytes each. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(size() * Float.BYTES);
        arrays.values().forEach(array -> {
            for (float value : array) {
                bytes.putFloat(value);
            }
        });
        return bytes.array();
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @param parameters the network's, in their order
     * @throws IllegalArgumentException if there are more or fewer bytes than these parameters have
     */
    public static StateDict of(List<Parameter> parameters, byte[] content) {
        int size = parameters.stream().mapToInt(Parameter::size).sum();
        if (content.length != size * Float.BYTES) {
            throw new IllegalArgumentException("%d numbers do not fit into %d bytes: they are those of another network"
                    .formatted(size, content.length));
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            float[] array = new float[parameter.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = bytes.getFloat();
            }
            arrays.put(parameter.name(), array);
        }
        return new StateDict(arrays);
    }

    /** Equal to the bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof StateDict state
                && arrays.keySet().equals(state.arrays.keySet())
                && Arrays.equals(bytes(), state.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }
}
