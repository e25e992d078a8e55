package org.resnetclaims.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** The fully-connected layer that ends a network, with softmax and cross-entropy; see {@link ClassifierLayer}. */
final class Classifier extends OutputLayer {

    private Classifier(OutputLayer.Builder builder) {
        super(builder);
    }

    static Classifier of(int classes) {
        return new Classifier(new OutputLayer.Builder(new LossMCXENT())
                .activation(new ActivationSoftmax())
                .nOut(classes));
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        ClassifierLayer layer = new ClassifierLayer(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(conf, parameters, initialise));
        layer.setConf(conf);
        return layer;
    }
}
