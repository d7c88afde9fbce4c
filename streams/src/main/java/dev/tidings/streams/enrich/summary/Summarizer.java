package dev.tidings.streams.enrich.summary;

import dev.tidings.streams.enrich.keyword.Prose;
import dev.tidings.streams.enrich.keyword.Sentence;
import dev.tidings.streams.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Chooses the two sentences that tell most of a text: near to the words of the whole, early, and different from one
 * another (maximal marginal relevance, Carbonell and Goldstein, SIGIR 1998). Pure, safe for any thread; never throws.
 */
public final class Summarizer {

    /** Name and version of the method, for the provenance. */
    public static final String VERSION = "summary/2";

    private static final int MIN_SENTENCE_WORDS = 6;
    private static final int MAX_SENTENCE_WORDS = 90;
    private static final int MAX_SENTENCES = 200;
    private static final double LEAD = 0.5;
    private static final double RELEVANCE = 0.6;

    /** A sentence with the numbers of its words with content. */
    private record Scored(Sentence sentence, BitSet words, double score) {}

    private final Prose prose;
    private final Tokens tokens;

    private Summarizer(Prose prose) {
        this.prose = prose;
        this.tokens = prose.tokens();
    }

    /**
     * Returns two sentences verbatim, in the order of the text; fewer when the text has no more.
     *
     * @param prose the text
     * @param body which stretches of the text are its body; captions and the like are never chosen
     */
    public static List<String> summarise(Prose prose, IntPredicate body) {
        return new Summarizer(prose).summarise(body);
    }

    private List<String> summarise(IntPredicate body) {
        List<Scored> scored = scoreSentences(body);
        List<Scored> chosen = new ArrayList<>(selectBest(scored, new BitSet()));
        if (!chosen.isEmpty()) {
            scored.remove(chosen.get(0));
            chosen.addAll(selectBest(scored, chosen.get(0).words()));
        }
        return chosen.stream()
                .map(Scored::sentence)
                .sorted(Comparator.comparingInt(Sentence::first))
                .map(this::surface)
                .toList();
    }

    private List<Scored> scoreSentences(IntPredicate body) {
        List<Sentence> sentences = prose.sentences().stream()
                .filter(sentence -> body.test(tokens.spanIndex(sentence.first())))
                .limit(MAX_SENTENCES)
                .toList();
        List<BitSet> contents = new ArrayList<>(sentences.size());
        int[] counts = new int[tokens.distinctWordCount()];
        for (Sentence sentence : sentences) {
            BitSet content = content(sentence);
            for (int word = content.nextSetBit(0); word >= 0; word = content.nextSetBit(word + 1)) {
                counts[word]++;
            }
            contents.add(content);
        }
        List<Scored> scored = new ArrayList<>(sentences.size());
        for (int index = 0; index < sentences.size(); index++) {
            if (isWhole(sentences.get(index))) {
                scored.add(scoreSentence(sentences.get(index), contents.get(index), counts, index));
            }
        }
        return scored;
    }

    private static List<Scored> selectBest(List<Scored> scored, BitSet taken) {
        Scored best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Scored candidate : scored) {
            double value = RELEVANCE * candidate.score() - (1 - RELEVANCE) * cosineSimilarity(candidate.words(), taken);
            if (value > most) {
                most = value;
                best = candidate;
            }
        }
        return best == null ? List.of() : List.of(best);
    }

    private static double cosineSimilarity(BitSet one, BitSet other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        BitSet shared = (BitSet) one.clone();
        shared.and(other);
        return shared.cardinality() / Math.sqrt((double) one.cardinality() * other.cardinality());
    }

    private static Scored scoreSentence(Sentence sentence, BitSet content, int[] counts, int index) {
        double central = 0;
        for (int word = content.nextSetBit(0); word >= 0; word = content.nextSetBit(word + 1)) {
            central += counts[word] == 1 ? 0 : Math.log(counts[word]);
        }
        double score = central / Math.sqrt(1.0 + content.cardinality()) + LEAD / (1 + index);
        return new Scored(sentence, content, score);
    }

    private boolean isWhole(Sentence sentence) {
        int length = sentence.last() - sentence.first() + 1;
        return length >= MIN_SENTENCE_WORDS && length <= MAX_SENTENCE_WORDS;
    }

    private BitSet content(Sentence sentence) {
        BitSet content = new BitSet(tokens.distinctWordCount());
        for (int token = sentence.first(); token <= sentence.last(); token++) {
            if (tokens.isWord(token) && !prose.isStopWord(token)) {
                content.set(tokens.wordNumber(token));
            }
        }
        return content;
    }

    private String surface(Sentence sentence) {
        String surface = tokens.surface(sentence.first(), sentence.last());
        if (surface.indexOf('\n') < 0 && surface.indexOf('\r') < 0) {
            return surface.strip();
        }
        return surface.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
