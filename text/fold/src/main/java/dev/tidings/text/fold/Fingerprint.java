package dev.tidings.text.fold;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Exact fingerprint of a folded text: XXH3-128 over the UTF-16 units of its tokens, each followed by a space.
 *
 * @param high the more significant half
 * @param low the less significant half
 */
public record Fingerprint(long high, long low) {

    /** Length in bytes. */
    public static final int BYTES = 16;

    /** Returns the fingerprint of a text, or of several read one after the other. */
    public static Fingerprint of(FoldedText... parts) {
        int units = 0;
        for (FoldedText part : parts) {
            units += part.length();
        }
        // As bytes, little-endian, a text has the same hash as its characters have, in a third of the time.
        byte[] bytes = new byte[units * Character.BYTES];
        CharBuffer characters =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer();
        for (FoldedText part : parts) {
            part.copyTo(characters);
        }
        HashValue128 hash = Hashing.xxh3_128().hashBytesTo128Bits(bytes);
        return new Fingerprint(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
    }

    /** Returns the fingerprint that {@link #toBytes()} wrote; empty unless exactly {@link #BYTES} remain. */
    public static Optional<Fingerprint> fromBytes(ByteBuffer bytes) {
        if (bytes.remaining() != BYTES) {
            return Optional.empty();
        }
        return Optional.of(new Fingerprint(bytes.getLong(bytes.position()), bytes.getLong(bytes.position() + 8)));
    }

    /** Returns 16 bytes, big-endian. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /** Returns 32 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
