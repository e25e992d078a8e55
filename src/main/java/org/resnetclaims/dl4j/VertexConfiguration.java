package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;

/** The configuration of a {@link VertexWithoutParameters}. Immutable, so that a copy is as good as the original. */
abstract class VertexConfiguration extends GraphVertex {

    private final int inputs;

    VertexConfiguration(int inputs) {
        this.inputs = inputs;
    }

    @Override
    public GraphVertex clone() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return inputs;
    }

    @Override
    public int maxVertexInputs() {
        return inputs;
    }

    @Override
    public MemoryReport getMemoryReport(InputType... types) {
        throw new UnsupportedOperationException("Memory is measured here, not estimated");
    }
}
