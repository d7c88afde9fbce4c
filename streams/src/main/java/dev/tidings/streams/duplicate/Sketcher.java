package dev.tidings.streams.duplicate;

import dev.tidings.text.fold.Fingerprint;
import dev.tidings.text.fold.FoldedText;
import dev.tidings.text.fold.TokenKind;
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
    public static final String ALGORITHM = FoldedText.VERSION + "/w4/bk48/title2";
    /** Most keys a sketch has. */
    public static final int MOST_KEYS = 7;

    private static final int KEYS_OF_WHOLE = 4;
    private static final int KEYS_OF_WHOLE_BESIDE_TITLE = 3;
    private static final int KEYS_OF_BEGINNING = 2;
    /** Copies are cut from the end, so keys of the beginning survive in all of them. */
    private static final int BEGINNING_SHINGLES = 60;

    private static final int LEAD_SHINGLES = 20;
    private static final int FEWEST_TOKENS_FOR_TITLE_KEY = 4;
    /** Twelve different words: below that, texts of a kind share shingles by chance. */
    private static final int FEWEST_SHINGLES_FOR_KEYS = 9;

    private static final long WORDS_BASE = 0xbf58_476d_1ce4_e5b9L;

    private Sketcher() {}

    /** Returns the sketch of a text. */
    public static Sketch sketch(SketchInput input) {
        FoldedText title = FoldedText.of(input.title().orElse(""));
        FoldedText body = without(title, FoldedText.of(input.body()));
        FoldedText whole =
                input.wholeBody().equals(input.body()) ? body : without(title, FoldedText.of(input.wholeBody()));
        boolean enough = Shingles.fillOne(title, whole);
        Optional<Fingerprint> exact = enough ? Optional.of(Fingerprint.of(title, whole)) : Optional.empty();
        return sketch(title, body.size() == 0 ? title : body, exact, urlKey(input.url()));
    }

    private static FoldedText without(FoldedText title, FoldedText body) {
        return body.startsWith(title) ? body.from(title.size()) : body;
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
                Optional.of(shingleSketch(title, text, shingles, smallest)),
                smallest.length < FEWEST_SHINGLES_FOR_KEYS ? List.of() : keys(shingles, smallest, title),
                urlKey,
                exact.isPresent() ? List.of() : List.of(Sketch.LOW_CONTENT));
    }

    private static ShingleSketch shingleSketch(FoldedText title, FoldedText text, Shingles shingles, long[] smallest) {
        int[] values = new int[smallest.length];
        byte[] quarters = new byte[smallest.length];
        for (int i = 0; i < smallest.length; i++) {
            // The upper 31 of 39 bits: an int that is not negative keeps the order of the hashes.
            values[i] = (int) (Shingles.hash(smallest[i]) >>> 8);
            quarters[i] = (byte) (4L * Shingles.position(smallest[i]) / shingles.count());
        }
        int distinct = BottomShingles.distinctCount(shingles, smallest, ShingleSketch.SHINGLES);
        return new ShingleSketch(
                distinct,
                words(text),
                HashSample.ofWords(title, ShingleSketch.TITLE_TOKENS),
                values,
                quarters,
                HashSample.ofNumbers(text, ShingleSketch.NUMBERS));
    }

    /** Returns the hash of the tokens that are no numbers, in order. */
    private static long words(FoldedText text) {
        long words = 0;
        for (int token = 0; token < text.size(); token++) {
            if (text.kind(token) != TokenKind.NUMBER) {
                words = (words + text.hash(token)) * WORDS_BASE;
            }
        }
        return words;
    }

    private static List<Long> keys(Shingles shingles, long[] smallest, FoldedText title) {
        boolean titled = title.size() >= FEWEST_TOKENS_FOR_TITLE_KEY;
        LongStream whole = Arrays.stream(smallest).limit(titled ? KEYS_OF_WHOLE_BESIDE_TITLE : KEYS_OF_WHOLE);
        long[] first = shingles.first(BEGINNING_SHINGLES);
        LongStream lead = smallest(Arrays.copyOf(first, Math.min(first.length, LEAD_SHINGLES)), 1);
        LongStream beginning = smallest(first, KEYS_OF_BEGINNING);
        LongStream ofShingles =
                LongStream.concat(whole, LongStream.concat(beginning, lead)).map(Shingles::hash);
        // A text rewritten word by word shares few shingles, but often its headline.
        LongStream ofTitle = titled ? LongStream.of(words(title) | Long.MIN_VALUE) : LongStream.empty();
        return LongStream.concat(ofShingles, ofTitle).distinct().boxed().toList();
    }

    private static LongStream smallest(long[] shingles, int keys) {
        return Arrays.stream(BottomShingles.distinct(shingles, keys));
    }

    private static OptionalLong urlKey(Optional<String> url) {
        return url.flatMap(CanonicalUrl::of)
                .filter(CanonicalUrl::identifiesArticle)
                .map(canonical -> OptionalLong.of(canonical.key()))
                .orElseGet(OptionalLong::empty);
    }
}
