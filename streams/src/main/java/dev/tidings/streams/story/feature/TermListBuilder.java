package dev.tidings.streams.story.feature;

import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.text.orthography.MatchKey;
import java.util.ArrayList;
import java.util.Comparator;
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

    private static final Comparator<Count> HEAVIEST_FIRST =
            Comparator.comparingInt(Count::weight).reversed().thenComparingInt(count -> count.first);

    /** How often a term stands in the text. */
    private static final class Count {
        private final String key;
        private final int first;
        private final String surface;
        private int times;
        private boolean small;
        private boolean cased;
        private boolean number;

        Count(String key, int first, String surface) {
            this.key = key;
            this.first = first;
            this.surface = surface;
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
    private final String language;
    private final IntPredicate stopWord;
    private final @Nullable Count[] byWord;
    private final List<Count> counts = new ArrayList<>();
    private final Map<String, Count> segmented = new HashMap<>();

    private TermListBuilder(Tokens tokens, String language, IntPredicate stopWord) {
        this.tokens = tokens;
        this.language = language;
        this.stopWord = stopWord;
        this.byWord = new Count[tokens.distinctWordCount()];
    }

    /**
     * Returns the terms.
     *
     * @param language primary language subtag, or nothing
     * @param stopWord which tokens are words without content
     */
    static TermList termsOf(Tokens tokens, String language, IntPredicate stopWord) {
        TermListBuilder builder = new TermListBuilder(tokens, language, stopWord);
        builder.countTerms();
        return builder.heaviestTerms();
    }

    /** Returns the match keys of all words and numbers, those without content too. */
    static Set<String> keysOf(Tokens tokens) {
        TermListBuilder builder = new TermListBuilder(tokens, "", token -> false);
        builder.countTerms();
        return builder.counts.stream().map(count -> count.key).collect(Collectors.toCollection(TreeSet::new));
    }

    private void countTerms() {
        int token = 0;
        while (token < tokens.size()) {
            int end = UnspacedText.endOfRun(tokens, token);
            if (end > token) {
                countSegments(token, end);
            } else {
                countToken(token);
            }
            token = Math.max(end, token + 1);
        }
    }

    /** Counts the words of a run of tokens that is written without blanks. */
    private void countSegments(int from, int end) {
        UnspacedText.forEachWord(tokens.surface(from, end - 1), word -> {
            String key = MatchKey.of(word);
            if (key.length() >= MIN_IDEOGRAPHS && key.length() <= MAX_CHARS) {
                Count count = segmented.get(key);
                if (count == null) {
                    count = new Count(key, from, word);
                    segmented.put(key, count);
                    counts.add(count);
                }
                count.times += timesAt(from);
            }
        });
    }

    private void countToken(int token) {
        int number = tokens.wordNumber(token);
        Count count = byWord[number];
        if (count == null && isTerm(token)) {
            count = new Count(tokens.key(token), token, tokens.surface(token, token));
            count.number = tokens.isNumber(token);
            count.cased = tokens.isCased(token);
            byWord[number] = count;
            counts.add(count);
        }
        if (count != null) {
            count.times += timesAt(token);
            count.small |= tokens.isCased(token) && !tokens.isCapitalised(token);
        }
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
        counts.sort(HEAVIEST_FIRST);
        TermList.Builder terms = new TermList.Builder();
        List<String> surfaces = new ArrayList<>(TermList.MAX_SURFACES);
        for (Count count : counts) {
            boolean added = !terms.isFull()
                    && terms.addTerm(TermHash.hashTerm(language, count.key), count.weight(), count.kind());
            if (added && surfaces.size() < TermList.MAX_SURFACES) {
                surfaces.add(count.surface);
            }
        }
        return terms.build(surfaces);
    }
}
