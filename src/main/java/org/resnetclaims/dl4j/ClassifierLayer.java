package org.resnetclaims.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Notes what a training batch scored while its logits are at hand. The stock layer would compute the logits once more
 * for the loss, and does not tell the errors.
 */
final class ClassifierLayer extends OutputLayer {

    @SuppressWarnings("NullAway.Init") // Nobody asks before a batch was trained on.
    private transient BatchScore lastBatch;

    ClassifierLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    /** The score of the latest training batch. */
    BatchScore lastBatch() {
        return lastBatch;
    }

    @Override
    protected INDArray preOutput2d(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray logits = super.preOutput2d(training, workspaces);
        if (training) {
            lastBatch = BatchScore.of(logits, labels);
        }
        return logits;
    }

    @Override
    public double computeScore(double regularisation, boolean training, LayerWorkspaceMgr workspaces) {
        return training ? lastBatch.loss() : super.computeScore(regularisation, false, workspaces);
    }

    /** Nobody reads this layer's share of the score, so that it is not computed. */
    @Override
    public double calcRegularizationScore(boolean backpropOnly) {
        return 0;
    }
}
