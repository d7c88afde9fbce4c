package dev.tidings.streams.dedup.sketch;

import dev.tidings.streams.dedup.trace.TextTrace;
import dev.tidings.streams.dedup.trace.TracedText;
import dev.tidings.text.fold.Fingerprint;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;

/**
 * The sketch of an article: fingerprint, shingles and keys by which its duplicates are found and compared.
 *
 * @param algorithm name and version of the algorithm that made it
 * @param exact fingerprint of title and body; empty when there is too little text to tell copies from chance
 * @param shingles sketch of the body; empty when the body has no words
 * @param keys keys under which texts that share passages find each other, at most {@link Sketcher#MAX_KEYS}; none when
 *     the text is too short for that
 * @param urlKey key of the canonical URL; empty when there is none that identifies an article
 * @param traced what the text says; its trace is that of the shingle sketch
 * @param flags {@code empty}, {@code low_content}, or none
 */
public record Sketch(
        String algorithm,
        Optional<Fingerprint> exact,
        Optional<ShingleSketch> shingles,
        List<Long> keys,
        OptionalLong urlKey,
        TracedText traced,
        List<String> flags) {

    /** Flag of a text without any word. */
    public static final String EMPTY = "empty";
    /** Flag of a text too short, or too much of a repetition, to be told from another by its words. */
    public static final String LOW_CONTENT = "low_content";

    /** Freezes the lists. */
    public Sketch {
        keys = List.copyOf(keys);
        flags = List.copyOf(flags);
    }

    /** Returns the same sketch with its sentences at the places that a function gives for theirs. */
    public Sketch movedTo(IntUnaryOperator places) {
        return new Sketch(algorithm, exact, shingles, keys, urlKey, traced.movedTo(places), flags);
    }

    /** Returns the exact fingerprint as 16 bytes; no bytes when there is none. */
    public byte[] exactBytes() {
        return exact.map(Fingerprint::toBytes).orElseGet(() -> new byte[0]);
    }

    /** Returns the shingle sketch as bytes with a leading layout version; no bytes when there is none. */
    public byte[] shingleBytes() {
        return shingles.map(ShingleSketch::toBytes).orElseGet(() -> new byte[0]);
    }

    /** Returns the keys, 8 bytes each, big-endian. */
    public byte[] keyBytes() {
        ByteBuffer out = ByteBuffer.allocate(keys.size() * Long.BYTES);
        keys.forEach(out::putLong);
        return out.array();
    }

    /** Returns the sentences as bytes; no bytes when there are none. */
    public byte[] sentenceBytes() {
        return traced.sentences().isEmpty() ? new byte[0] : traced.sentenceBytes();
    }

    /**
     * Returns the sketch whose parts travelled as bytes; positions of the buffers do not move.
     *
     * @throws IllegalArgumentException when a part is not what the byte methods of this class write, with the part's
     *     name
     */
    public static Sketch fromBytes(
            String algorithm,
            ByteBuffer exact,
            ByteBuffer shingles,
            ByteBuffer keys,
            OptionalLong urlKey,
            ByteBuffer sentences) {
        Optional<Fingerprint> fingerprint = exact.hasRemaining()
                ? Optional.of(Fingerprint.fromBytes(exact).orElseThrow(() -> malformed("exact")))
                : Optional.empty();
        Optional<ShingleSketch> sketch = shingles.hasRemaining()
                ? Optional.of(ShingleSketch.fromBytes(shingles).orElseThrow(() -> malformed("sketch")))
                : Optional.empty();
        TracedText traced = TracedText.fromBytes(
                        sketch.map(ShingleSketch::trace).orElse(TextTrace.EMPTY), sentences)
                .orElseThrow(() -> malformed("sentences"));
        return new Sketch(algorithm, fingerprint, sketch, readKeys(keys), urlKey, traced, List.of());
    }

    private static List<Long> readKeys(ByteBuffer bytes) {
        if (bytes.remaining() % Long.BYTES != 0 || bytes.remaining() > Sketcher.MAX_KEYS * Long.BYTES) {
            throw malformed("keys");
        }
        ByteBuffer in = bytes.duplicate();
        List<Long> keys = new ArrayList<>();
        while (in.hasRemaining()) {
            keys.add(in.getLong());
        }
        return keys;
    }

    private static IllegalArgumentException malformed(String part) {
        return new IllegalArgumentException(part + " is not of a layout this version reads");
    }
}
