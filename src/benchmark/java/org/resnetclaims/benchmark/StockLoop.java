package org.resnetclaims.benchmark;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.dl4j.StockGraph;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;

/** Deeplearning4j's own layers, updater and {@code fit}, as a user gets them. */
final class StockLoop implements TrainingLoop {

    @Override
    public void train(Run run, Dataset data, StepClock clock) {
        Recipe recipe = run.recipe();
        Shape shape = run.network().input();
        ComputationGraph graph = StockGraph.create(
                run.network(),
                CNN2DFormat.NCHW,
                new Nesterovs(recipe.learningRate(), recipe.momentum()),
                recipe.weightDecay());
        BatchFeed feed = new BatchFeed(run, data);
        while (true) {
            feed.next();
            INDArray images = Nd4j.create(
                    feed.pixels(), new long[] {Workload.BATCH, shape.channels(), shape.height(), shape.width()}, 'c');
            INDArray labels = Nd4j.zeros(Workload.BATCH, data.description().classes());
            for (int i = 0; i < Workload.BATCH; i++) {
                labels.putScalar(i, feed.labels()[i], 1);
            }
            graph.fit(new DataSet(images, labels));
            clock.stepDone();
        }
    }
}
