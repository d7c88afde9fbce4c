package dev.tidings.streams.story.feature;

import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.text.orthography.MatchKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the terms of an article. Pure, linear in the length of the text. */
final class TermListBuilder {

    private static final char FIRST_IDEOGRAPH = '\u2e80';
    private static final int MIN_LETTERS = 3;
    private static final int MIN_IDEOGRAPHS = 2;
    private static final int MIN_DIGITS = 2;
    private static final int MAX_CHARS = 64;
    /** What is said first is what the text is about. */
    private static final int LEAD_TOKENS = 80;

    /** How often a term stands in the text. */
    private static final class Count {
        private final String key;
        private final int first;
        /** As the text writes it, where it is no whole token. */
        private final @Nullable String segment;

        private int times;
        private boolean small;
        private boolean cased;
        private boolean number;

        Count(String key, int first, @Nullable String segment) {
            this.key = key;
            this.first = first;
            this.segment = segment;
        }

        TermList.Kind kind() {
            if (number) {
                return TermList.Kind.NUMBER;
            }
            return cased && !small ? TermList.Kind.NAME : TermList.Kind.WORD;
        }

        int weight() {
            return TermWeights.weightInText(kind(), times);
        }
    }

    private final Tokens tokens;
    private final UnspacedText unspaced;
    private final String language;
    private final IntPredicate stopWord;
    private final @Nullable Count[] byWord;
    private final BitSet met;
    private final List<Count> counts = new ArrayList<>();
    private final Map<String, Count> segmented = new HashMap<>();

    private TermListBuilder(Tokens tokens, UnspacedText unspaced, String language, IntPredicate stopWord) {
        this.tokens = tokens;
        this.unspaced = unspaced;
        this.language = language;
        this.stopWord = stopWord;
        this.byWord = new Count[tokens.distinctWordCount()];
        this.met = new BitSet(tokens.distinctWordCount());
    }

    /**
     * Returns the terms.
     *
     * @param unspaced what of the text has no blanks between words
     * @param language primary language subtag, or nothing
     * @param stopWord which tokens are words without content
     */
    static TermList termsOf(Tokens tokens, UnspacedText unspaced, String language, IntPredicate stopWord) {
        TermListBuilder builder = new TermListBuilder(tokens, unspaced, language, stopWord);
        builder.countTerms();
        return builder.heaviestTerms();
    }

    /** Returns the match keys of all words and numbers, those without content too. */
    static Set<String> keysOf(Tokens tokens) {
        TermListBuilder builder = new TermListBuilder(tokens, UnspacedText.of(tokens), "", token -> false);
        builder.countTerms();
        return builder.counts.stream().map(count -> count.key).collect(Collectors.toCollection(TreeSet::new));
    }

    private void countTerms() {
        int from = 0;
        for (UnspacedText.Run run : unspaced.runs()) {
            countTokens(from, run.firstToken());
            run.words().forEach(word -> countSegment(word, run.firstToken()));
            from = run.endToken();
        }
        countTokens(from, tokens.size());
    }

    private void countSegment(String word, int token) {
        String key = MatchKey.of(word);
        if (key.length() >= MIN_IDEOGRAPHS && key.length() <= MAX_CHARS) {
            Count count = segmented.get(key);
            if (count == null) {
                count = new Count(key, token, word);
                segmented.put(key, count);
                counts.add(count);
            }
            count.times += timesAt(token);
        }
    }

    private void countTokens(int from, int end) {
        for (int token = from; token < end; token++) {
            int number = tokens.wordNumber(token);
            if (!met.get(number)) {
                met.set(number);
                byWord[number] = isTerm(token) ? newCount(token) : null;
            }
            Count count = byWord[number];
            if (count != null) {
                count.times += timesAt(token);
                count.small |= tokens.isCased(token) && !tokens.isCapitalised(token);
            }
        }
    }

    private Count newCount(int token) {
        Count count = new Count(tokens.key(token), token, null);
        count.number = tokens.isNumber(token);
        count.cased = tokens.isCased(token);
        counts.add(count);
        return count;
    }

    private static int timesAt(int token) {
        return token < LEAD_TOKENS ? 2 : 1;
    }

    private boolean isTerm(int token) {
        int length = tokens.key(token).length();
        if (length > MAX_CHARS) {
            return false;
        }
        if (tokens.isNumber(token)) {
            return length >= MIN_DIGITS;
        }
        int shortest = tokens.text().charAt(tokens.start(token)) >= FIRST_IDEOGRAPH ? MIN_IDEOGRAPHS : MIN_LETTERS;
        return tokens.isWord(token) && length >= shortest && !stopWord.test(token);
    }

    private TermList heaviestTerms() {
        TermList.Builder terms = new TermList.Builder();
        List<String> surfaces = new ArrayList<>(TermList.MAX_SURFACES);
        for (long ranked : heaviestFirst()) {
            Count count = counts.get((int) ranked);
            if (terms.isFull()) {
                break;
            }
            boolean added = terms.addTerm(TermHash.hashTerm(language, count.key), count.weight(), count.kind());
            if (added && surfaces.size() < TermList.MAX_SURFACES) {
                surfaces.add(count.segment == null ? tokens.surface(count.first, count.first) : count.segment);
            }
        }
        return terms.build(surfaces);
    }

    /** Returns the places of the counts in the low halves of numbers, the heaviest first, then as they were met. */
    private long[] heaviestFirst() {
        long[] ranked = new long[counts.size()];
        for (int at = 0; at < ranked.length; at++) {
            ranked[at] = (long) -counts.get(at).weight() << Integer.SIZE | at;
        }
        Arrays.sort(ranked);
        return ranked;
    }
}
