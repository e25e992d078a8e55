package org.resnetclaims.data.readers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.resnetclaims.data.DataException;
import org.resnetclaims.data.ImageSize;

/** Fashion-MNIST, or a part of it, in four gzip-compressed IDX files under their original names. */
final class FashionMnist implements DatasetReader {

    private static final int CLASSES = 10;

    private static final String NAME = "fashion-mnist";

    /** SHA-256 of the files that are embedded in the suite. */
    private static final Map<String, String> EMBEDDED = Map.of(
            "train-images-idx3-ubyte.gz", "90b5f2d63fc8b6994713392a1a42beb96bc227fc343c2397f47c40c29147c9e1",
            "train-labels-idx1-ubyte.gz", "4cc57b2814542612de157ac954fec39e17b40ac7cc646602198dc0f4c7c97fc9",
            "t10k-images-idx3-ubyte.gz", "a9d323f7daba2845432d17a9f71edd1ecd353f5d9e7a611a03fa1b089d8b29b6",
            "t10k-labels-idx1-ubyte.gz", "09f5dc909c8586184bae0fbde44202a1b007bf6f2bd2bc952652fa22dc323f95");

    /** Of the content, for files that were compressed by another version of gzip. */
    private static final Set<String> FINGERPRINTS = Set.of(
            // The 10,000 and 2,000 embedded images.
            "299c3bb402ea0a2e2e2cedd56105ec3237676db10b052cd3b724453bb323c265",
            // All 60,000 and 10,000 images.
            "6c4aa16c7a088b3f96ffd80fd39e405a5dc4ddfbd3e6376581f06b9a0acd1672");

    @Override
    public HeapDataset read(Path directory, Consumer<String> notes) {
        HeapImages training = part(directory, "train");
        HeapImages test = part(directory, "t10k");
        if (!training.shape().equals(test.shape())) {
            throw new DataException(
                    "%s holds training images of %s and test images of %s pixels: fetch both as datasets/README.md describes"
                            .formatted(directory, ImageSize.of(training.shape()), ImageSize.of(test.shape())));
        }
        return new HeapDataset(NAME, CLASSES, training, test);
    }

    @Override
    public boolean isGenuine(HeapDataset dataset, Path directory, Map<String, String> sums) {
        // Only files with other sums need their content hashed.
        return sums.entrySet().containsAll(EMBEDDED.entrySet())
                || sums.entrySet().containsAll(originals().entrySet())
                || FINGERPRINTS.contains(dataset.fingerprint());
    }

    private static Map<String, String> originals() {
        return DownloadableDataset.named(NAME).files().stream()
                .collect(Collectors.toMap(RemoteFile::name, RemoteFile::sha256));
    }

    private static HeapImages part(Path directory, String prefix) {
        IdxFile imageFile = new IdxFile(directory.resolve(prefix + "-images-idx3-ubyte.gz"));
        IdxFile labelFile = new IdxFile(directory.resolve(prefix + "-labels-idx1-ubyte.gz"));
        IdxFile.Images images = imageFile.readImages();
        int[] labels = labelFile.readLabels(images.count(), CLASSES);
        return new HeapImages(images.shape(), images.pixels(), labels);
    }
}
