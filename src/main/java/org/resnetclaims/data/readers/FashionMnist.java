package org.resnetclaims.data;

import java.nio.file.Path;
import java.util.Set;

/** Fashion-MNIST, or a part of it, in four gzip-compressed IDX files under their original names. */
final class FashionMnist implements DatasetReader {

    private static final int CLASSES = 10;

    /** By their content, since every version of gzip compresses in its own way. */
    private static final Set<String> FINGERPRINTS = Set.of(
            // The embedded 10,000 and 2,000 images.
            "299c3bb402ea0a2e2e2cedd56105ec3237676db10b052cd3b724453bb323c265",
            // All 60,000 and 10,000.
            "6c4aa16c7a088b3f96ffd80fd39e405a5dc4ddfbd3e6376581f06b9a0acd1672");

    @Override
    public Dataset read(Path directory) {
        LabelledImages training = part(directory, "train");
        LabelledImages test = part(directory, "t10k");
        if (!training.shape().equals(test.shape())) {
            throw new DataException(
                    "%s holds training images of %s and test images of %s: fetch both as datasets/README.md describes"
                            .formatted(directory, training.shape(), test.shape()));
        }
        return Dataset.of("fashion-mnist", CLASSES, training, test);
    }

    @Override
    public boolean isGenuine(Dataset dataset, Path directory) {
        return FINGERPRINTS.contains(dataset.description().fingerprint());
    }

    private static LabelledImages part(Path directory, String prefix) {
        IdxFile imageFile = new IdxFile(directory.resolve(prefix + "-images-idx3-ubyte.gz"));
        IdxFile labelFile = new IdxFile(directory.resolve(prefix + "-labels-idx1-ubyte.gz"));
        IdxFile.Images images = imageFile.readImages();
        int[] labels = labelFile.readLabels(images.count(), CLASSES);
        return new LabelledImages(images.shape(), images.pixels(), labels);
    }
}
