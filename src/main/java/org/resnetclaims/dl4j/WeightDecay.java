package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Spreads a weight decay over the parameters of a graph: weights have it; biases, scales and shifts do not. */
final class WeightDecay {

    private WeightDecay() {}

    /** Returns an array like {@code graph.params()}. */
    static INDArray of(ComputationGraph graph, double rate) {
        INDArray decay = graph.params().like();
        INDArray vector = decay.reshape(decay.length());
        long offset = 0;
        for (Layer layer : graph.getLayers()) {
            for (var parameter : layer.paramTable().entrySet()) {
                long end = offset + parameter.getValue().length();
                if (layer.getConfig() instanceof org.deeplearning4j.nn.conf.layers.Layer conf
                        && conf.initializer().isWeightParam(conf, parameter.getKey())) {
                    vector.get(NDArrayIndex.interval(offset, end)).assign(rate);
                }
                offset = end;
            }
        }
        return decay;
    }
}
