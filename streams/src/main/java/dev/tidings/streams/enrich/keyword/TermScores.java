package dev.tidings.streams.enrich.keyword;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What YAKE counts about every word of one text: frequency, casing, position, neighbours, spread (Campos et al., YAKE!
 * Keyword extraction from single documents using multiple local features, Information Sciences 509, 2020).
 */
final class TermScores {

    /** A word; its score is the lower the more it matters. */
    static final class Term {
        private final int first;
        private int count;
        private int capitals;
        private int firstSentence = Integer.MAX_VALUE;
        private int lastSentence = -1;
        private int sentences;
        /** Different words before and after it. */
        private int neighbours;

        private double score;

        private Term(int first) {
            this.first = first;
        }

        /** Returns the token where it is met first. */
        int first() {
            return first;
        }

        int count() {
            return count;
        }

        double score() {
            return score;
        }

        boolean isMostlyCapitalised() {
            return 2 * capitals > count;
        }

        private void countOccurrence(int sentence, boolean capital) {
            count++;
            capitals += capital ? 1 : 0;
            if (sentence != lastSentence) {
                sentences++;
                lastSentence = sentence;
            }
            firstSentence = Math.min(firstSentence, sentence);
        }
    }

    private final Prose prose;
    private final Tokens tokens;
    private final List<Term> terms = new ArrayList<>();
    private final @Nullable Term[] byWord;
    private final boolean[] content;
    private final NeighbourCounts neighbours;

    TermScores(Prose prose, NeighbourCounts neighbours) {
        this.prose = prose;
        this.tokens = prose.tokens();
        this.byWord = new @Nullable Term[tokens.distinctWordCount()];
        this.content = new boolean[tokens.size()];
        this.neighbours = neighbours;
        neighbours.clear(tokens.size());
        for (int sentence = 0; sentence < prose.sentences().size(); sentence++) {
            countSentence(prose.sentences().get(sentence), sentence);
        }
        scoreTerms();
    }

    /** Returns the words with content. */
    List<Term> terms() {
        return terms;
    }

    /** Returns whether a token is a word with content. */
    boolean isContent(int token) {
        return content[token];
    }

    /** Returns the word of a token that {@link #isContent}. */
    Term term(int token) {
        return Objects.requireNonNull(byWord[tokens.wordNumber(token)]);
    }

    private boolean hasContent(int token) {
        return tokens.isWord(token)
                && tokens.length(token) > 1
                && !prose.isStopWord(token)
                && tokens.keyLength(token) > 0;
    }

    private void countSentence(Sentence sentence, int index) {
        @Nullable Term before = null;
        for (int token = sentence.first(); token <= sentence.last(); token++) {
            Term term = hasContent(token) ? termOf(token) : null;
            if (term != null) {
                // A capital at the start of a sentence tells nothing.
                boolean capital = token > sentence.first() && tokens.isCapitalised(token);
                content[token] = true;
                term.countOccurrence(index, capital);
            }
            boolean pair = (before != null || term != null)
                    && token > sentence.first()
                    && tokens.isWord(token - 1)
                    && tokens.isWord(token);
            if (pair) {
                addNeighbours(before, term, token);
            }
            before = term;
        }
    }

    /** Counts a word and the one before it as neighbours of each other, as far as they have content. */
    private void addNeighbours(@Nullable Term before, @Nullable Term term, int token) {
        int pair = neighbours.pairOf(tokens.wordNumber(token - 1), tokens.wordNumber(token));
        if (before != null && neighbours.addAfter(pair)) {
            before.neighbours++;
        }
        if (term != null && neighbours.addBefore(pair)) {
            term.neighbours++;
        }
    }

    private Term termOf(int token) {
        Term known = byWord[tokens.wordNumber(token)];
        if (known != null) {
            return known;
        }
        Term term = new Term(token);
        byWord[tokens.wordNumber(token)] = term;
        terms.add(term);
        return term;
    }

    private void scoreTerms() {
        int sentences = prose.sentences().size();
        double[] positions = new double[sentences];
        for (int sentence = 0; sentence < sentences; sentence++) {
            positions[sentence] = Math.log(Math.log(3 + sentence) + 2);
        }
        long total = 0;
        long squares = 0;
        int most = 1;
        for (Term term : terms) {
            total += term.count;
            squares += (long) term.count * term.count;
            most = Math.max(most, term.count);
        }
        double mean = (double) total / terms.size();
        double deviation = Math.sqrt((double) (terms.size() * squares - total * total)) / terms.size();
        for (Term term : terms) {
            double spread = (double) term.sentences / sentences;
            double casing = term.capitals == 0 ? 0 : term.capitals / (1 + Math.log(term.count));
            double frequency = term.count / (mean + deviation);
            double variety = term.neighbours / (2.0 * term.count);
            double related = 1 + variety * term.count / most;
            term.score =
                    related * positions[term.firstSentence] / (casing + frequency / related + spread / related + 0.01);
        }
    }
}
