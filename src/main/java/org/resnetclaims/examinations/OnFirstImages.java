package org.resnetclaims.examinations;

import java.util.Objects;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.MeanImage;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;

/**
 * What another examination finds on the first images of both parts of the data, which is enough where it averages over
 * layers rather than images.
 *
 * @param images at most so many of each part
 */
public record OnFirstImages(int images, Examination examination) implements Examination {

    public OnFirstImages {
        Objects.requireNonNull(examination, "the first images are not examined");
    }

    @Override
    public Examination seeded(long seed) {
        return new OnFirstImages(images, examination.seeded(seed));
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        return examination.examine(model, new Dataset(data.description(), first(data.training()), first(data.test())));
    }

    private LabelledImages first(LabelledImages all) {
        return new First(all, Math.min(images, all.size()));
    }

    /** Centred by the mean of all, not of the first alone. */
    private record First(LabelledImages all, int size) implements LabelledImages {

        @Override
        public Shape shape() {
            return all.shape();
        }

        @Override
        public MeanImage mean() {
            return all.mean();
        }

        @Override
        public void fill(int[] indices, float[] pixels, int[] labels) {
            all.fill(indices, pixels, labels);
        }
    }
}
