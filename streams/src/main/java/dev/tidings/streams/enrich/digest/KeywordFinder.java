package dev.tidings.streams.enrich.digest;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Finds the words and phrases a text is about, from that text alone, after YAKE. Pure, safe for any thread; linear;
 * never throws on any text.
 */
public final class KeywordFinder {

    /** Name and version of the method, for the provenance. */
    public static final String VERSION = "keywords-yake/2";

    private static final int LONGEST = 3;
    private static final int MOST = 10;
    /** Only so many of the best candidates are stemmed, to leave out variants of one term. */
    private static final int STEMMED = 40;

    private record Phrase(int first, int last, double score) implements Comparable<Phrase> {
        private static final Comparator<Phrase> ORDER = Comparator.comparingDouble(Phrase::score)
                .thenComparingInt(Phrase::first)
                .thenComparingInt(Phrase::last);

        @Override
        public int compareTo(Phrase other) {
            return ORDER.compare(this, other);
        }
    }

    private final Prose prose;
    private final Tokens tokens;
    private final TermStatistics terms;

    private KeywordFinder(Prose prose) {
        this.prose = prose;
        this.tokens = prose.tokens();
        this.terms = new TermStatistics(prose);
    }

    /**
     * Finds at most ten keywords, the most important first.
     *
     * @param prose title and body
     */
    public static List<Keyword> find(Prose prose) {
        return new KeywordFinder(prose).find();
    }

    private List<Keyword> find() {
        PriorityQueue<Phrase> best = new PriorityQueue<>(phrases());
        Map<String, Keyword> chosen = new LinkedHashMap<>();
        for (int stemmed = 0; stemmed < STEMMED && !best.isEmpty() && chosen.size() < MOST; stemmed++) {
            Phrase phrase = best.remove();
            String stems = ' ' + prose.stems(phrase.first(), phrase.last()) + ' ';
            boolean known = chosen.keySet().stream().anyMatch(other -> other.contains(stems) || stems.contains(other));
            if (!known) {
                String surface = tokens.surface(phrase.first(), phrase.last());
                chosen.put(stems, new Keyword(surface, rounded(1 / (1 + phrase.score()))));
            }
        }
        return List.copyOf(chosen.values());
    }

    private static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }

    private List<Phrase> phrases() {
        PhraseCounts counts = new PhraseCounts(tokens);
        for (Sentence sentence : prose.sentences()) {
            for (int first = sentence.first(); first <= sentence.last(); first++) {
                if (terms.isContent(first)) {
                    addFrom(first, sentence.last(), counts);
                }
            }
        }
        return counts.map((first, last, count) -> new Phrase(first, last, score(first, last, count)));
    }

    private void addFrom(int first, int sentenceEnd, PhraseCounts counts) {
        for (int last = first; last <= sentenceEnd && last < first + LONGEST && tokens.isWord(last); last++) {
            if (terms.isContent(last)) {
                counts.add(first, last);
            }
        }
    }

    private double score(int first, int last, int count) {
        double product = 1;
        double sum = 0;
        for (int token = first; token <= last; token++) {
            if (terms.isContent(token)) {
                double score = terms.term(token).score();
                product *= score;
                sum += score;
            }
        }
        return product / (count * (1 + sum)) * rarity(first, last, count);
    }

    /** A phrase met once is a coincidence of words, unless it is a name. */
    private double rarity(int first, int last, int count) {
        boolean name =
                terms.term(first).isMostlyCapitalised() && terms.term(last).isMostlyCapitalised();
        return first == last || name || count > 1 ? 1 : 10;
    }
}
