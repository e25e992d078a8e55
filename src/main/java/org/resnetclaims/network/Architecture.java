package org.resnetclaims.network;

/**
 * A network of the paper before its size is known: a scale decides how wide it is and what it looks at, never how its
 * layers are connected.
 */
public interface Architecture {

    /** As the paper calls it, such as {@code plain-56} or {@code ResNet-34}. */
    String name();

    /** The width of the first stage in the paper: 16 for the CIFAR networks, 64 for the ImageNet ones. */
    int paperWidth();

    /**
     * @param input the shape of one image
     * @param width filters of the first stage
     * @param classes number of logits
     * @throws IllegalArgumentException if a size is not positive, or the image too small for this depth of pooling
     */
    Network build(Shape input, int width, int classes);

    /** The same architecture with its shortcuts cut: what is left if they do nothing. */
    default Architecture withoutShortcuts() {
        return new ArchitectureWithoutShortcuts(this);
    }

    /** The same architecture without batch normalisation; its convolutions get no bias in its place. */
    default Architecture withoutNormalisation() {
        return new ArchitectureWithoutNormalisation(this);
    }

    /**
     * The same architecture with dropout between the convolutions of its residual blocks, where wide residual networks
     * have it (arXiv 1605.07146).
     */
    default Architecture withDropout(double probability) {
        return new ArchitectureWithDropout(this, probability);
    }

    /**
     * The same architecture with the branch of each residual block left out at random in training, image by image: the
     * first hardly ever, the last with this probability, those between on a straight line (arXiv 1603.09382).
     */
    default Architecture withStochasticDepth(double probability) {
        return new ArchitectureWithStochasticDepth(this, probability);
    }

    /**
     * The same architecture with SkipInit: the branch of each residual block is multiplied by a learned number that
     * begins at 0, so that the network begins as if it had no branches (arXiv 2002.10444).
     */
    default Architecture withSkipInit() {
        return new ArchitectureWithSkipInit(this);
    }
}
