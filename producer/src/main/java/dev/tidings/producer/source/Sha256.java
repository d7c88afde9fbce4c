package dev.tidings.producer.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256, by which inputs and their identities are told apart.
 *
 * <p>Not part of the API: public for the formats.
 */
public final class Sha256 {

    private Sha256() {}

    /** Returns the SHA-256 of the bytes in lower-case hexadecimal. */
    public static String hexOf(byte[] bytes) {
        return HexFormat.of().formatHex(newDigest().digest(bytes));
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
