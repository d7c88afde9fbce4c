package dev.tidings.streams.dedup.trace;

import java.nio.ByteBuffer;

/**
 * A name that a text repeats so often that it is about it.
 *
 * @param name the name
 * @param sentences ordinals of the sentences it stands in, from 0, each as often as it does
 */
public record MainName(SpelledName name, Codes sentences) {

    int maxBytes() {
        return name.maxBytes() + sentences.maxBytes();
    }

    void writeTo(ByteBuffer out, Codes codes) {
        name.writeTo(out, codes);
        sentences.writeTo(out);
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param codes those of the names of the text
     * @param sentences how many it has
     * @throws IllegalArgumentException when it is something else
     * @throws java.nio.BufferUnderflowException when the bytes end before
     */
    static MainName readFrom(ByteBuffer in, Codes codes, int sentences) {
        SpelledName name = SpelledName.readFrom(in, codes);
        Codes places = Codes.readFrom(in, in.remaining());
        if (places.size() > 0 && places.last() >= sentences) {
            throw new IllegalArgumentException("there is no sentence " + places.last());
        }
        return new MainName(name, places);
    }
}
