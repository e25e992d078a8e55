package org.resnetclaims.examinations;

import org.resnetclaims.data.Batch;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.Score;

/** The loss of a batch, summed over its images. */
final class LossOfBatch {

    private LossOfBatch() {}

    /** A step at rate 0 is scored as any other; what it moves all the same is put back. */
    static double inTraining(Model model, Batch batch) {
        ModelState given = model.state();
        model.score();
        model.step(batch, 0);
        double loss = model.score().loss();
        model.restore(given);
        return loss;
    }

    static double inInference(Model model, Batch batch) {
        float[] pixels =
                new float[Math.toIntExact(batch.size() * model.network().input().size())];
        int[] labels = new int[batch.size()];
        batch.fill(pixels, labels);
        return Score.of(model.logits(pixels), labels).loss();
    }
}
