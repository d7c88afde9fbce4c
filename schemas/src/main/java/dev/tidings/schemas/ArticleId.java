package dev.tidings.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Identity of an article: the UUID version 5 (RFC 9562) of its uri under the namespace of Tidings. */
@NullMarked
public final class ArticleId {

    /** The namespace; fixed for ever, since every id in every topic was made with it. */
    public static final UUID NAMESPACE = UUID.fromString("6f1d4c58-7a0e-5b39-9c21-3f6c2f0a8e17");

    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private ArticleId() {}

    /** Returns whether a text has the form of an article id: a UUID in lower case, as stores and headers carry it. */
    public static boolean isWellFormed(String text) {
        return TEXT.matcher(text).matches();
    }

    /**
     * Returns the id of the article with this uri.
     *
     * @param uri {@code <root>/<relative path>}, NFC; equal strings have equal ids
     */
    public static String of(String uri) {
        return nameBased(NAMESPACE, uri).toString();
    }

    /** Returns the UUID version 5 of a name, given as UTF-8, under a namespace. */
    public static UUID nameBased(UUID namespace, String name) {
        MessageDigest sha1 = sha1Digest();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1Digest() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
