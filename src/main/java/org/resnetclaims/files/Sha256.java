package org.resnetclaims.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, over parts that are given one after the other. */
public final class Sha256 {

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The sum of a whole file. */
    public static String of(Path file) throws IOException {
        Sha256 sum = new Sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sum.digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return sum.hex();
    }

    /** The sum of a text in UTF-8. */
    public static String of(String text) {
        return new Sha256().add(text).hex();
    }

    public Sha256 add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    public Sha256 add(byte[] part) {
        digest.update(part);
        return this;
    }

    /** The sum of all parts in 64 hexadecimal digits; the next part begins a new sum. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
