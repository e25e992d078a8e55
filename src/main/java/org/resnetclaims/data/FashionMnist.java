package org.resnetclaims.data;

import java.nio.file.Path;

/** Fashion-MNIST, or a part of it, in four gzip-compressed IDX files under their original names. */
final class FashionMnist implements DatasetReader {

    private static final int CLASSES = 10;

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

    private static LabelledImages part(Path directory, String prefix) {
        IdxFile imageFile = new IdxFile(directory.resolve(prefix + "-images-idx3-ubyte.gz"));
        IdxFile labelFile = new IdxFile(directory.resolve(prefix + "-labels-idx1-ubyte.gz"));
        IdxFile.Images images = imageFile.readImages();
        int[] labels = labelFile.readLabels(images.count(), CLASSES);
        return new LabelledImages(images.shape(), images.pixels(), labels);
    }
}
