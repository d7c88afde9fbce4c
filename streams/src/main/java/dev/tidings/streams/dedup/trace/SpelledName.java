package dev.tidings.streams.dedup.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * A name, and how a text spells it.
 *
 * @param code hash of the name, the same for all spellings that fold to one
 * @param text the spelling; nothing when it is longer than is kept
 */
public record SpelledName(int code, String text) {

    /** Bytes (UTF-8) of the longest spelling that is kept. */
    static final int MAX_TEXT_BYTES = 24;

    /** Leaves out what is too long to be kept. */
    public SpelledName {
        text = text.getBytes(UTF_8).length <= MAX_TEXT_BYTES ? text : "";
    }

    /** Returns how many bytes {@link #writeTo} writes at most. */
    int maxBytes() {
        return Varints.MAX_BYTES + 1 + MAX_TEXT_BYTES;
    }

    /** Writes it, the code as its place in a set that has it. */
    void writeTo(ByteBuffer out, Codes codes) {
        byte[] bytes = text.getBytes(UTF_8);
        Varints.put(out, codes.indexOf(code));
        Varints.put(out, bytes.length);
        out.put(bytes);
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     * @throws java.nio.BufferUnderflowException when the bytes end before
     */
    static SpelledName readFrom(ByteBuffer in, Codes codes) {
        int code = codes.get(Varints.get(in, codes.size() - 1));
        byte[] bytes = new byte[Varints.get(in, MAX_TEXT_BYTES)];
        in.get(bytes);
        return new SpelledName(code, new String(bytes, UTF_8));
    }
}
