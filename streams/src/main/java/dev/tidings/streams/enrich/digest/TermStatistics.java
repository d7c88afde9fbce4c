package dev.tidings.streams.enrich.digest;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What YAKE counts about every word of one text: frequency, casing, position, neighbours, spread (Campos et al., YAKE!
 * Keyword extraction from single documents using multiple local features, Information Sciences 509, 2020).
 */
final class TermStatistics {

    /** A word; its score is the lower the more it matters. */
    static final class Term {
        private int count;
        private int capitals;
        private int firstSentence = Integer.MAX_VALUE;
        private int lastSentence = -1;
        private int sentences;
        private final Set<String> before = new HashSet<>();
        private final Set<String> after = new HashSet<>();
        private double score;

        double score() {
            return score;
        }

        int count() {
            return count;
        }

        boolean isMostlyCapitalised() {
            return 2 * capitals > count;
        }

        private void meet(int sentence, boolean capital) {
            count++;
            capitals += capital ? 1 : 0;
            if (sentence != lastSentence) {
                sentences++;
                lastSentence = sentence;
            }
            firstSentence = Math.min(firstSentence, sentence);
        }
    }

    private final Tokens tokens;
    private final LanguageWords words;
    private final Map<String, Term> terms = new LinkedHashMap<>();
    /** The word of each token that has content: asked for several times, looked up once. */
    private final @Nullable Term[] byToken;

    TermStatistics(Tokens tokens, List<Sentence> sentences, LanguageWords words) {
        this.tokens = tokens;
        this.words = words;
        this.byToken = new @Nullable Term[tokens.size()];
        for (int sentence = 0; sentence < sentences.size(); sentence++) {
            count(sentences.get(sentence), sentence);
        }
        score(sentences.size());
    }

    /** Returns whether a token is a word with content. */
    boolean isContent(int token) {
        return byToken[token] != null;
    }

    /** Returns the word of a token that {@link #isContent}. */
    Term term(int token) {
        return Objects.requireNonNull(byToken[token]);
    }

    private boolean hasContent(int token) {
        return tokens.isWord(token)
                && tokens.length(token) > 1
                && !words.isStopWord(tokens.key(token))
                && !tokens.key(token).isEmpty();
    }

    private void count(Sentence sentence, int index) {
        for (int token = sentence.first(); token <= sentence.last(); token++) {
            if (hasContent(token)) {
                // A capital at the start of a sentence tells nothing.
                boolean capital = token > sentence.first() && tokens.isCapitalised(token);
                Term term = terms.computeIfAbsent(tokens.key(token), any -> new Term());
                byToken[token] = term;
                term.meet(index, capital);
                addNeighbours(term, token, sentence);
            }
        }
    }

    private void addNeighbours(Term term, int token, Sentence sentence) {
        if (token > sentence.first() && tokens.isWord(token - 1)) {
            term.before.add(tokens.key(token - 1));
        }
        if (token < sentence.last() && tokens.isWord(token + 1)) {
            term.after.add(tokens.key(token + 1));
        }
    }

    private void score(int sentences) {
        double mean = terms.values().stream().mapToInt(Term::count).average().orElse(1);
        double variance = terms.values().stream()
                .mapToDouble(term -> (term.count - mean) * (term.count - mean))
                .average()
                .orElse(0);
        int most = terms.values().stream().mapToInt(Term::count).max().orElse(1);
        for (Term term : terms.values()) {
            double spread = (double) term.sentences / sentences;
            double casing = term.capitals / (1 + Math.log(term.count));
            double frequency = term.count / (mean + Math.sqrt(variance));
            double position = Math.log(Math.log(3 + term.firstSentence) + 2);
            double variety = (double) (term.before.size() + term.after.size()) / (2.0 * term.count);
            double related = 1 + variety * term.count / most;
            term.score = related * position / (casing + frequency / related + spread / related + 0.01);
        }
    }
}
