package org.resnetclaims.benchmark;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the time of a step goes to. */
enum LayerKind {
    CONVOLUTION_FORWARD("convolution, forward"),
    CONVOLUTION_BACKWARD_DATA("convolution, gradient of the input"),
    CONVOLUTION_BACKWARD_WEIGHTS("convolution, gradient of the weights"),
    NORMALISATION_FORWARD("batch normalisation and ReLU, forward"),
    NORMALISATION_BACKWARD("batch normalisation and ReLU, backward"),
    ADDITION_FORWARD("addition and ReLU, forward"),
    ADDITION_BACKWARD("addition and ReLU, backward"),
    LAYOUT("layout of the weights"),
    OTHER_ONEDNN("other work of oneDNN"),
    REST("Deeplearning4j, ND4J and Java");

    private final String label;

    LayerKind(String label) {
        this.label = label;
    }

    @JsonValue
    String label() {
        return label;
    }

    /**
     * @param primitive as oneDNN names it, such as {@code convolution}
     * @param direction as oneDNN names it, such as {@code backward_data}
     */
    static LayerKind of(String primitive, String direction) {
        boolean forward = direction.startsWith("forward");
        return switch (primitive) {
            case "convolution" ->
                switch (direction) {
                    case "backward_data" -> CONVOLUTION_BACKWARD_DATA;
                    case "backward_weights" -> CONVOLUTION_BACKWARD_WEIGHTS;
                    default -> CONVOLUTION_FORWARD;
                };
            case "batch_normalization" -> forward ? NORMALISATION_FORWARD : NORMALISATION_BACKWARD;
            case "binary" -> ADDITION_FORWARD;
            case "eltwise" -> forward ? ADDITION_FORWARD : ADDITION_BACKWARD;
            case "reorder" -> LAYOUT;
            default -> OTHER_ONEDNN;
        };
    }
}
