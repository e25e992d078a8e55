package org.resnetclaims.benchmark;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;

/** libtorch: its modules, its optimiser, one of its memory formats. */
final class LibtorchLoop implements TrainingLoop {

    private final torch.MemoryFormat format;
    private final int threads;

    LibtorchLoop(torch.MemoryFormat format, int threads) {
        this.format = format;
        this.threads = threads;
    }

    @Override
    public void train(Run run, Dataset data, StepClock clock) {
        // For the calling thread alone, as OpenMP has it.
        torch.set_num_threads(threads);
        Recipe recipe = run.recipe();
        LibtorchNetwork network = new LibtorchNetwork(run.network(), format);
        SGDOptions options = new SGDOptions(recipe.learningRate());
        options.momentum().put(recipe.momentum());
        options.weight_decay().put(recipe.weightDecay());
        SGD optimiser = new SGD(network.parameters(), options);

        Shape shape = run.network().input();
        BatchFeed feed = new BatchFeed(run, data);
        FloatPointer pixels = new FloatPointer(feed.pixels().length);
        LongPointer labels = new LongPointer(Workload.BATCH);
        Tensor images =
                torch.from_blob(pixels, new long[] {Workload.BATCH, shape.channels(), shape.height(), shape.width()});
        Tensor classes = torch.from_blob(labels, new long[] {Workload.BATCH}, new TensorOptions(torch.ScalarType.Long));
        while (true) {
            feed.next();
            pixels.put(feed.pixels());
            for (int i = 0; i < Workload.BATCH; i++) {
                labels.put(i, feed.labels()[i]);
            }
            // Frees the tensors of this step.
            try (PointerScope step = new PointerScope()) {
                optimiser.zero_grad();
                Tensor loss = torch.cross_entropy(network.forward(images.contiguous(format)), classes);
                loss.backward();
                optimiser.step();
                if (!Float.isFinite(loss.item_float())) {
                    throw new IllegalStateException("The loss of libtorch is no longer finite");
                }
            }
            clock.stepDone();
        }
    }
}
