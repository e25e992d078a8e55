package org.resnetclaims.files;

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

    public Sha256 add(byte[] part) {
        digest.update(part);
        return this;
    }

    /** The sum of all parts in 64 hexadecimal digits; the next part begins a new sum. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
