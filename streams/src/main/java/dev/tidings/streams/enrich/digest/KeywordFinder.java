package dev.tidings.streams.enrich.digest;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the words and phrases a text is about, from that text alone, after YAKE. Pure, safe for any thread; linear but
 * for sorting the candidates; never throws on any text.
 */
public final class KeywordFinder {

    /** Name and version of the method, for the provenance. */
    public static final String VERSION = "keywords-yake/2";

    private static final int LONGEST = 3;
    private static final int MOST = 10;
    /** Only so many of the best candidates are stemmed, to leave out variants of one term. */
    private static final int STEMMED = 40;

    private record Phrase(int first, int last, int count, double score) {}

    private final Tokens tokens;
    private final LanguageWords words;
    private final TermStatistics terms;
    private final List<Sentence> sentences;

    private KeywordFinder(Tokens tokens, String language) {
        this.tokens = tokens;
        this.words = LanguageWords.of(language);
        this.sentences = Sentence.of(tokens);
        this.terms = new TermStatistics(tokens, sentences, words);
    }

    /**
     * Finds at most ten keywords, the most important first.
     *
     * @param tokens title and body
     * @param language language of the text (BCP 47), or und
     */
    public static List<Keyword> find(Tokens tokens, String language) {
        return new KeywordFinder(tokens, language).find();
    }

    private List<Keyword> find() {
        List<Phrase> best = phrases().values().stream()
                .map(this::scored)
                .sorted(Comparator.comparingDouble(Phrase::score).thenComparingInt(Phrase::first))
                .limit(STEMMED)
                .toList();
        Map<String, Keyword> chosen = new LinkedHashMap<>();
        for (Phrase phrase : best) {
            if (chosen.size() == MOST) {
                break;
            }
            String surface = tokens.surface(phrase.first(), phrase.last());
            String stems = ' ' + words.stems(surface) + ' ';
            boolean known = chosen.keySet().stream().anyMatch(other -> other.contains(stems) || stems.contains(other));
            if (!known) {
                chosen.put(stems, new Keyword(surface, rounded(1 / (1 + phrase.score()))));
            }
        }
        return List.copyOf(chosen.values());
    }

    private static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }

    private Map<String, Phrase> phrases() {
        Map<String, Phrase> phrases = new HashMap<>();
        for (Sentence sentence : sentences) {
            for (int first = sentence.first(); first <= sentence.last(); first++) {
                if (terms.isContent(first)) {
                    addFrom(first, sentence.last(), phrases);
                }
            }
        }
        return phrases;
    }

    private void addFrom(int first, int sentenceEnd, Map<String, Phrase> phrases) {
        String key = "";
        for (int last = first; last <= sentenceEnd && last < first + LONGEST && tokens.isWord(last); last++) {
            key = last == first ? tokens.key(first) : key + ' ' + tokens.key(last);
            if (terms.isContent(last)) {
                int start = first;
                int end = last;
                phrases.merge(
                        key,
                        new Phrase(start, end, 1, 0),
                        (known, met) -> new Phrase(known.first(), known.last(), known.count() + 1, 0));
            }
        }
    }

    private Phrase scored(Phrase phrase) {
        double product = 1;
        double sum = 0;
        for (int token = phrase.first(); token <= phrase.last(); token++) {
            if (terms.isContent(token)) {
                double score = terms.term(token).score();
                product *= score;
                sum += score;
            }
        }
        return new Phrase(
                phrase.first(), phrase.last(), phrase.count(), product / (phrase.count() * (1 + sum)) * rarity(phrase));
    }

    /** A phrase met once is a coincidence of words, unless it is a name. */
    private double rarity(Phrase phrase) {
        boolean single = phrase.first() == phrase.last();
        boolean name = terms.term(phrase.first()).isMostlyCapitalised()
                && terms.term(phrase.last()).isMostlyCapitalised();
        return single || name || phrase.count() > 1 ? 1 : 10;
    }
}
