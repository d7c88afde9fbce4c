package dev.tidings.streams.duplicate;

import dev.tidings.text.fold.Fingerprint;
import dev.tidings.text.fold.FoldedText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Makes the sketch of a text: a pure function, linear in the text, of which every spelling variant of the text has the
 * same value.
 */
public final class Sketcher {

    /** Name and version of the algorithm: fold, shingles, sketch. Any change of an outcome needs another one. */
    public static final String ALGORITHM = FoldedText.VERSION + "/w4/bk48";
    /** Most keys a sketch has. */
    public static final int MOST_KEYS = 6;

    private static final int KEYS_OF_WHOLE = 4;
    private static final int KEYS_OF_LEAD = 2;
    /** Copies are cut from the end, so keys of the beginning survive in all of them. */
    private static final int LEAD_SHINGLES = 60;
    /** Twelve different words: below that, texts of a kind share shingles by chance. */
    private static final int FEWEST_SHINGLES_FOR_KEYS = 9;

    private Sketcher() {}

    /** Returns the sketch of a text. */
    public static Sketch sketch(SketchInput input) {
        FoldedText title = FoldedText.of(input.title().orElse(""));
        FoldedText folded = FoldedText.of(input.body());
        FoldedText body = folded.startsWith(title) ? folded.from(title.size()) : folded;
        boolean enough = Shingles.fillOne(title, body);
        Optional<Fingerprint> exact = enough ? Optional.of(Fingerprint.of(title, body)) : Optional.empty();
        return sketch(title, body.size() == 0 ? title : body, exact, urlKey(input.url()));
    }

    private static Sketch sketch(FoldedText title, FoldedText text, Optional<Fingerprint> exact, OptionalLong urlKey) {
        if (text.size() == 0) {
            return new Sketch(ALGORITHM, exact, Optional.empty(), List.of(), urlKey, List.of(Sketch.EMPTY));
        }
        Shingles shingles = new Shingles(text);
        long[] smallest = BottomShingles.of(shingles, ShingleSketch.SHINGLES);
        return new Sketch(
                ALGORITHM,
                exact,
                Optional.of(shingleSketch(TokenHashes.of(title), TokenHashes.of(text), shingles, smallest)),
                smallest.length < FEWEST_SHINGLES_FOR_KEYS ? List.of() : keys(shingles, smallest),
                urlKey,
                exact.isPresent() ? List.of() : List.of(Sketch.LOW_CONTENT));
    }

    private static ShingleSketch shingleSketch(
            TokenHashes title, TokenHashes text, Shingles shingles, long[] smallest) {
        int[] values = new int[smallest.length];
        byte[] quarters = new byte[smallest.length];
        for (int i = 0; i < smallest.length; i++) {
            // The upper 31 of 40 bits: a non-negative int keeps the order of the hashes.
            values[i] = (int) (Shingles.hash(smallest[i]) >>> 9);
            quarters[i] = (byte) (4L * Shingles.position(smallest[i]) / shingles.count());
        }
        int distinct = BottomShingles.distinctCount(shingles, smallest, ShingleSketch.SHINGLES);
        return new ShingleSketch(distinct, text.words(), (int) title.all(), values, quarters, text.numbers());
    }

    private static List<Long> keys(Shingles shingles, long[] smallest) {
        long[] lead = BottomShingles.distinct(shingles.first(LEAD_SHINGLES), KEYS_OF_LEAD);
        return LongStream.concat(Arrays.stream(smallest).limit(KEYS_OF_WHOLE), Arrays.stream(lead))
                .map(Shingles::hash)
                .distinct()
                .boxed()
                .toList();
    }

    private static OptionalLong urlKey(Optional<String> url) {
        return url.flatMap(CanonicalUrl::of)
                .filter(CanonicalUrl::identifiesArticle)
                .map(canonical -> OptionalLong.of(canonical.key()))
                .orElseGet(OptionalLong::empty);
    }
}
