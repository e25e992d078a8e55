package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Notes the logits while they are at hand: the stock layer gives away nothing but probabilities, and computes the
 * logits once more for the loss.
 */
final class ClassifierLayer extends OutputLayer {

    @SuppressWarnings("NullAway.Init") // Nobody asks before a batch was computed.
    private transient float[] logits;

    ClassifierLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    /** Of the latest batch: {@code float[images * classes]}. */
    float[] logits() {
        return logits;
    }

    @Override
    protected INDArray preOutput(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray result = super.preOutput(training, workspaces);
        logits = result.dup('c').data().asFloat();
        return result;
    }

    /** Nobody reads the score: the loss follows from the logits. */
    @Override
    public double computeScore(double regularisation, boolean training, LayerWorkspaceMgr workspaces) {
        return 0;
    }

    /** Nobody reads this layer's share of the score, so that it is not computed. */
    @Override
    public double calcRegularizationScore(boolean backpropOnly) {
        return 0;
    }
}
