package org.resnetclaims.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the content of a data set: shape, classes, and the labels and pixels of both sets. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(int classes, LabelledImages training, LabelledImages test) {
        MessageDigest digest = sha256();
        add(digest, classes, training);
        add(digest, classes, test);
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, int classes, LabelledImages images) {
        // The sizes come first, so that no two sets yield the same bytes.
        String header = "%s, %d classes, %d images;".formatted(images.shape(), classes, images.size());
        digest.update(header.getBytes(StandardCharsets.UTF_8));
        ByteBuffer labels = ByteBuffer.allocate(Integer.BYTES * images.size());
        labels.asIntBuffer().put(images.labels());
        digest.update(labels);
        digest.update(images.pixels());
    }
}
