package org.resnetclaims.dl4j;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.resnetclaims.dl4j.kernels.UnitArrays;

/** Tells Deeplearning4j where the parameters of a {@link Unit} lie. Only its weights are regularised. */
final class UnitParameters implements ParamInitializer {

    static final UnitParameters INSTANCE = new UnitParameters();

    private UnitParameters() {}

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        Unit unit = (Unit) layer;
        return UnitArrays.length(unit.kind(), unit.getNIn(), unit.getNOut(), unit.kernel());
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return ((Unit) layer).kind().keys();
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return paramKeys(layer).stream()
                .filter(key -> isWeightParam(layer, key))
                .toList();
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return List.of();
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return UnitArrays.WEIGHTS.equals(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return false;
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray view, boolean initialise) {
        if (initialise) {
            // The numbers come with the first state that the model is given.
            view.assign(0);
        }
        Map<String, INDArray> table = getGradientsFromFlattened(conf, view);
        table.keySet().forEach(conf::addVariable);
        return table;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray view) {
        return ((Unit) conf.getLayer()).viewsOf(view).table();
    }
}
