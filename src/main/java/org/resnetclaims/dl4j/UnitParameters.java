package org.resnetclaims.dl4j;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.resnetclaims.dl4j.kernels.UnitArrays;

/** Tells Deeplearning4j where the parameters of a {@link ConvolutionUnit} lie. Only its weights are regularised. */
final class UnitParameters implements ParamInitializer {

    static final UnitParameters INSTANCE = new UnitParameters();

    private static final List<String> KEYS =
            List.of(UnitArrays.WEIGHTS, UnitArrays.SCALE, UnitArrays.SHIFT, UnitArrays.MEAN, UnitArrays.VARIANCE);

    private UnitParameters() {}

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        ConvolutionUnit unit = (ConvolutionUnit) layer;
        return UnitArrays.length(unit.getNIn(), unit.getNOut(), unit.kernel());
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return KEYS;
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return List.of(UnitArrays.WEIGHTS);
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
        UnitArrays arrays = ((ConvolutionUnit) conf.getLayer()).viewsOf(view);
        if (initialise) {
            // The weights come with the first state that the model is given.
            arrays.weights().assign(0);
            arrays.scale().assign(1);
            arrays.shift().assign(0);
            arrays.mean().assign(0);
            arrays.variance().assign(1);
        }
        Map<String, INDArray> table = arrays.table();
        table.keySet().forEach(conf::addVariable);
        return table;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray view) {
        return ((ConvolutionUnit) conf.getLayer()).viewsOf(view).table();
    }
}
