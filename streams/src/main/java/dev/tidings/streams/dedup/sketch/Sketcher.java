package dev.tidings.streams.dedup.sketch;

import dev.tidings.streams.dedup.trace.TextTrace;
import dev.tidings.streams.dedup.trace.TextTracer;
import dev.tidings.streams.dedup.trace.TracedText;
import dev.tidings.text.fold.Fingerprint;
import dev.tidings.text.fold.FoldedText;
import dev.tidings.text.fold.TokenKind;
import dev.tidings.text.script.CommonScript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Makes the sketch of a text: a pure function, linear in the text, of which every spelling variant of the text has the
 * same value.
 */
public final class Sketcher {

    /** Name and version of the algorithm: fold, shingles, sketch. Any change of an outcome needs another one. */
    public static final String ALGORITHM =
            FoldedText.VERSION + "/" + CommonScript.VERSION + "/w4/bk48/title2/" + TextTracer.VERSION;
    /** Most keys a sketch has. */
    public static final int MAX_KEYS = 7;

    private static final int KEYS_OF_WHOLE = 4;
    private static final int KEYS_OF_WHOLE_BESIDE_TITLE = 3;
    /** Copies are cut from the end, so keys of the beginning survive in all of them. */
    private static final int BEGINNING_SHINGLES = 60;

    private static final int LEAD_SHINGLES = 20;
    private static final int MIN_TOKENS_FOR_TITLE_KEY = 4;
    /** Twelve different words: below that, texts of a kind share shingles by chance. */
    private static final int MIN_SHINGLES_FOR_KEYS = 9;

    /** Four times as many words as an article has that repeats nothing and yet has no keys. */
    private static final int MIN_SHINGLES_OF_REPETITION = 4 * MIN_SHINGLES_FOR_KEYS;

    private static final long WORDS_BASE = 0xbf58_476d_1ce4_e5b9L;

    private Sketcher() {}

    /** Returns the sketch of a text. */
    public static Sketch computeSketch(SketchInput input) {
        SketchBufferPool space = SketchBufferPool.borrow();
        Sketch sketch = computeSketch(input, space);
        // Not after a failure, which may leave anything in it.
        space.giveBack(input);
        return sketch;
    }

    private static Sketch computeSketch(SketchInput input, SketchBufferPool space) {
        CommonScript script = CommonScript.of(input.language(), input.body());
        FoldedText title = space.title().fold(script.convert(input.title().orElse("")));
        FoldedText titled = space.tracer().fold(input.body(), script, space.body());
        FoldedText body = removeTitle(title, titled);
        FoldedText whole = input.wholeBody().equals(input.body())
                ? body
                : removeTitle(title, space.wholeBody().fold(script.convert(input.wholeBody())));
        Optional<Fingerprint> exact =
                Shingles.fillOne(title, whole) ? Optional.of(Fingerprint.of(title, whole)) : Optional.empty();
        FoldedText text = body.size() == 0 ? title : body;
        OptionalLong urlKey = urlKey(input.url());
        if (text.size() == 0) {
            return new Sketch(
                    ALGORITHM, exact, Optional.empty(), List.of(), urlKey, TracedText.EMPTY, List.of(Sketch.EMPTY));
        }
        TracedText traced = space.tracer().trace(titled, input.title().orElse(""), title, input.language());
        Shingles shingles = space.shingles();
        shingles.readText(text);
        long[] smallest = BottomShingles.selectSmallest(shingles, ShingleSketch.SHINGLES);
        return new Sketch(
                ALGORITHM,
                exact,
                Optional.of(shingleSketch(title, text, shingles, smallest, traced.trace())),
                smallest.length < MIN_SHINGLES_FOR_KEYS ? List.of() : keys(shingles, smallest, title),
                urlKey,
                traced,
                exact.isEmpty() || isRepetition(shingles, smallest) ? List.of(Sketch.LOW_CONTENT) : List.of());
    }

    /** Returns whether a text of many words says the same few again and again. */
    private static boolean isRepetition(Shingles shingles, long[] smallest) {
        return smallest.length < MIN_SHINGLES_FOR_KEYS && shingles.count() >= MIN_SHINGLES_OF_REPETITION;
    }

    private static FoldedText removeTitle(FoldedText title, FoldedText body) {
        return body.startsWith(title) ? body.tokensFrom(title.size()) : body;
    }

    private static ShingleSketch shingleSketch(
            FoldedText title, FoldedText text, Shingles shingles, long[] smallest, TextTrace trace) {
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
                hashWords(text),
                HashSample.ofWords(title, ShingleSketch.TITLE_TOKENS),
                values,
                quarters,
                HashSample.ofNumbers(text, ShingleSketch.NUMBERS),
                trace);
    }

    /** Returns the hash of the tokens that are no numbers, in order. */
    private static long hashWords(FoldedText text) {
        long words = 0;
        for (int token = 0; token < text.size(); token++) {
            if (text.tokenKind(token) != TokenKind.NUMBER) {
                words = (words + text.tokenHash(token)) * WORDS_BASE;
            }
        }
        return words;
    }

    private static List<Long> keys(Shingles shingles, long[] smallest, FoldedText title) {
        boolean titled = title.size() >= MIN_TOKENS_FOR_TITLE_KEY;
        Set<Long> keys = new LinkedHashSet<>();
        for (int i = 0; i < (titled ? KEYS_OF_WHOLE_BESIDE_TITLE : KEYS_OF_WHOLE); i++) {
            keys.add(Shingles.hash(smallest[i]));
        }
        for (long hash : BottomShingles.smallestTwo(shingles, BEGINNING_SHINGLES)) {
            keys.add(hash);
        }
        keys.add(BottomShingles.smallestTwo(shingles, LEAD_SHINGLES)[0]);
        if (titled) {
            // A text rewritten word by word shares few shingles, but often its headline.
            keys.add(hashWords(title) | Long.MIN_VALUE);
        }
        return List.copyOf(keys);
    }

    private static OptionalLong urlKey(Optional<String> url) {
        return url.flatMap(CanonicalUrl::of)
                .filter(CanonicalUrl::identifiesArticle)
                .map(canonical -> OptionalLong.of(canonical.key()))
                .orElseGet(OptionalLong::empty);
    }
}
