package dev.tidings.streams.enrich.keyword;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the words and phrases a text is about, from that text alone, after YAKE. Pure, safe for any thread; linear;
 * never throws on any text.
 */
public final class KeywordFinder {

    /** Name and version of the method, for the provenance. */
    public static final String VERSION = "keywords-yake/3";

    private static final int MAX_PHRASE_WORDS = 3;
    private static final int MAX_KEYWORDS = 10;
    /** Only so many of the best candidates are stemmed, to leave out variants of one term. */
    private static final int STEMMED = 40;

    private final Prose prose;
    private final Tokens tokens;
    private final KeywordBuffers buffers;
    private final TermScores terms;

    private KeywordFinder(Prose prose) {
        this.prose = prose;
        this.tokens = prose.tokens();
        this.buffers = KeywordBuffers.forTokens(tokens.size());
        this.terms = new TermScores(prose, buffers.neighbours);
    }

    /**
     * Finds at most ten keywords, the most important first.
     *
     * @param prose title and body
     */
    public static List<ScoredKeyword> findKeywords(Prose prose) {
        return new KeywordFinder(prose).findKeywords();
    }

    private List<ScoredKeyword> findKeywords() {
        Map<String, ScoredKeyword> chosen = new LinkedHashMap<>();
        Iterator<BestPhrases.Phrase> best = bestPhrases().iterator();
        while (best.hasNext() && chosen.size() < MAX_KEYWORDS) {
            BestPhrases.Phrase phrase = best.next();
            String stems = ' ' + prose.stemTokens(phrase.first(), phrase.last()) + ' ';
            if (!isVariant(stems, chosen.keySet())) {
                String surface = tokens.surface(phrase.first(), phrase.last());
                chosen.put(stems, new ScoredKeyword(surface, rounded(1 / (1 + phrase.score()))));
            }
        }
        return List.copyOf(chosen.values());
    }

    private static boolean isVariant(String stems, Set<String> chosen) {
        for (String other : chosen) {
            if (other.contains(stems) || stems.contains(other)) {
                return true;
            }
        }
        return false;
    }

    private static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }

    private List<BestPhrases.Phrase> bestPhrases() {
        PhraseCounts counts = buffers.phrases;
        counts.clear(tokens.size());
        for (Sentence sentence : prose.sentences()) {
            for (int first = sentence.first(); first <= sentence.last(); first++) {
                if (terms.isContent(first)) {
                    addFrom(first, sentence.last(), counts);
                }
            }
        }
        BestPhrases best = new BestPhrases(STEMMED);
        for (TermScores.Term term : terms.terms()) {
            best.add(term.first(), term.first(), term.score() / (term.count() * (1 + term.score())));
        }
        counts.forEach((first, last, count) -> best.add(first, last, scorePhrase(first, last, count)));
        return best.toList();
    }

    private void addFrom(int first, int sentenceEnd, PhraseCounts counts) {
        for (int last = first + 1;
                last <= sentenceEnd && last < first + MAX_PHRASE_WORDS && tokens.isWord(last);
                last++) {
            if (terms.isContent(last)) {
                counts.countPhrase(tokens, first, last);
            }
        }
    }

    private double scorePhrase(int first, int last, int count) {
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
        return name || count > 1 ? 1 : 10;
    }
}
