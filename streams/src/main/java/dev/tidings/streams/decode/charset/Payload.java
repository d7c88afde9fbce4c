package dev.tidings.streams.decode.charset;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bytes that should be a text.
 *
 * @param bytes the bytes, from position to limit; not changed
 * @param declaredCharset charset the source named; a claim, not a verdict
 */
public record Payload(ByteBuffer bytes, Optional<String> declaredCharset) {

    /** Keeps a read-only view of the bytes. */
    public Payload {
        bytes = bytes.slice().asReadOnlyBuffer();
    }

    /** Returns a payload whose source names no charset. */
    public static Payload of(byte[] bytes) {
        return new Payload(ByteBuffer.wrap(bytes), Optional.empty());
    }

    /** Returns a view of the bytes of its own position. */
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    /** Returns the charsets that the source and the page itself name, in this order. */
    public List<String> declarations() {
        return Stream.of(declaredCharset, MarkupCharset.findCharsetName(bytes))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns whether the bytes begin with these, written as characters U+0000 to U+00FF. */
    public boolean startsWith(String prefix) {
        int length = prefix.length();
        for (int at = 0; at < length; at++) {
            if (at == bytes.limit() || Byte.toUnsignedInt(bytes.get(at)) != prefix.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the bytes from an index on. */
    public ByteBuffer sliceFrom(int index) {
        return bytes.slice(index, bytes.limit() - index);
    }
}
