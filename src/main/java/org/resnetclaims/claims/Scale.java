package org.resnetclaims.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.readers.HeapDataset;
import org.resnetclaims.network.Architecture;

/** How big the experiments are, from the smallest to the largest. A scale changes size, never what is claimed. */
public enum Scale {

    /**
     * Two cores and some minutes. Number of images, batch size, iterations and learning rate were chosen on seeds that
     * no claim is judged on, such that every network that is able to fit its training set does; see
     * {@code results/pilots.md}.
     */
    QUICK {
        @Override
        public Dataset reduce(HeapDataset data) {
            return reduce(data, 500);
        }

        @Override
        public Optional<Protocol> protocol(Architecture architecture) {
            return Optional.of(
                    new Protocol(QUICK_WIDTH, Recipes.sgd(0.01, 32, 400, List.of(200, 300), Augmentation.NONE)));
        }
    },

    /**
     * One GPU, or a night on a CPU. The ImageNet networks have a quarter of their width, since the images are small.
     */
    STANDARD {
        @Override
        public Optional<Protocol> protocol(Architecture architecture) {
            return Optional.of(new Protocol(
                    16, Recipes.sgd(PAPER_RATE, 128, 8_000, List.of(4_000, 6_000), Recipes.PAD_CROP_FLIP)));
        }
    },

    /** The paper's own recipe for its CIFAR networks (Section 4.2). It cannot train the others, which need ImageNet. */
    PAPER {
        @Override
        public Optional<Protocol> protocol(Architecture architecture) {
            return architecture.paperWidth() == CIFAR_WIDTH
                    ? Optional.of(new Protocol(
                            CIFAR_WIDTH,
                            Recipes.sgd(PAPER_RATE, 128, 64_000, List.of(32_000, 48_000), Recipes.PAD_CROP_FLIP)))
                    : Optional.empty();
        }
    };

    /** Filters of the first stage at the quick scale. */
    public static final int QUICK_WIDTH = 8;

    private static final int QUICK_TEST_IMAGES = 2_000;
    private static final int QUICK_AVERAGING = 2;
    private static final int CIFAR_WIDTH = 16;
    private static final double PAPER_RATE = 0.1;

    /** The scale of a name such as {@code quick}; empty if there is none. */
    public static Optional<Scale> named(String name) {
        return Arrays.stream(values())
                .filter(scale -> scale.toString().equals(name))
                .findFirst();
    }

    /** A data set with so many training images, and with its images made as small as the quick scale has them. */
    public static Dataset reduce(HeapDataset data, int trainingImages) {
        return data.reduced(trainingImages, QUICK_TEST_IMAGES, QUICK_AVERAGING);
    }

    /** As much of a data set as experiments of this scale use. */
    public Dataset reduce(HeapDataset data) {
        return data.whole();
    }

    /** How networks of a family are trained at this scale; empty where the scale cannot train them. */
    public abstract Optional<Protocol> protocol(Architecture architecture);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
