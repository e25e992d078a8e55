package org.resnetclaims.dl4j;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/** Turns a gradient into the step of {@link HeavyBall}, in place. */
final class HeavyBallUpdater implements GradientUpdater<HeavyBall> {

    private static final String VELOCITY = "V";

    private final HeavyBall config;
    private INDArray velocity;

    HeavyBallUpdater(HeavyBall config) {
        this.config = config;
    }

    @Override
    public HeavyBall getConfig() {
        return config;
    }

    @Override
    public void setState(Map<String, INDArray> state, boolean initialise) {
        velocity = state.get(VELOCITY);
    }

    @Override
    public Map<String, INDArray> getState() {
        return Map.of(VELOCITY, velocity);
    }

    @Override
    public void setStateViewArray(INDArray view, long[] gradientShape, char gradientOrder, boolean initialise) {
        if (initialise) {
            view.assign(0);
        }
        velocity = view.reshape(gradientOrder, gradientShape);
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
        velocity.muli(config.recipe().momentum());
        velocity.addi(gradient.muli(config.getLearningRate(iteration, epoch)));
        gradient.assign(velocity);
    }
}
