package org.resnetclaims.dl4j;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.resnetclaims.training.Recipe;

/**
 * Gradient descent with the momentum of the paper (Section 3.4): v = momentum * v + learningRate * g, and a step of -v.
 * Deeplearning4j's own {@code Nesterovs} steps along a different direction.
 */
record HeavyBall(Recipe recipe) implements IUpdater {

    @Override
    public long stateSize(long parameters) {
        return parameters;
    }

    @Override
    public GradientUpdater<HeavyBall> instantiate(INDArray view, boolean initialise) {
        HeavyBallUpdater updater = new HeavyBallUpdater(this);
        updater.setStateViewArray(view, view.shape(), view.ordering(), initialise);
        return updater;
    }

    @Override
    public GradientUpdater<HeavyBall> instantiate(Map<String, INDArray> state, boolean initialise) {
        HeavyBallUpdater updater = new HeavyBallUpdater(this);
        updater.setState(state, initialise);
        return updater;
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public HeavyBall clone() {
        return this;
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return recipe.learningRateAt(iteration);
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double learningRate, ISchedule schedule) {
        throw new UnsupportedOperationException("The recipe sets the learning rate");
    }
}
