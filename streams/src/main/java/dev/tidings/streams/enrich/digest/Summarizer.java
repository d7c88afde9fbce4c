package dev.tidings.streams.enrich.digest;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the two sentences that tell most of a text: near to the words of the whole, early, and different from one
 * another (maximal marginal relevance, Carbonell and Goldstein, SIGIR 1998). Pure, safe for any thread; never throws.
 */
public final class Summarizer {

    /** Name and version of the method, for the provenance. */
    public static final String VERSION = "summary/2";

    private static final int SHORTEST = 6;
    private static final int LONGEST = 90;
    private static final int MOST_SENTENCES = 200;
    private static final double LEAD = 0.5;
    private static final double RELEVANCE = 0.6;

    private record Scored(Sentence sentence, Set<String> words, double score) {}

    private final Tokens tokens;
    private final LanguageWords words;

    private Summarizer(Tokens tokens, String language) {
        this.tokens = tokens;
        this.words = LanguageWords.of(language);
    }

    /**
     * Returns two sentences verbatim, in the order of the text; fewer when the text has no more.
     *
     * @param tokens the text
     * @param language language of the text (BCP 47), or und
     * @param body which stretches of the text are its body; captions and the like are never chosen
     */
    public static List<String> summarise(Tokens tokens, String language, IntPredicate body) {
        return new Summarizer(tokens, language).summarise(body);
    }

    private List<String> summarise(IntPredicate body) {
        List<Sentence> sentences = Sentence.of(tokens).stream()
                .filter(sentence -> body.test(tokens.span(sentence.first())))
                .limit(MOST_SENTENCES)
                .toList();
        List<Set<String>> contents = sentences.stream().map(this::content).toList();
        Map<String, Integer> counts = new HashMap<>();
        contents.forEach(content -> content.forEach(word -> counts.merge(word, 1, Integer::sum)));
        List<Scored> scored = new ArrayList<>();
        for (int index = 0; index < sentences.size(); index++) {
            if (isWhole(sentences.get(index))) {
                scored.add(scored(sentences.get(index), contents.get(index), counts, index));
            }
        }
        return chosen(scored)
                .sorted((one, other) ->
                        one.sentence().first() - other.sentence().first())
                .map(sentence -> surface(sentence.sentence()))
                .toList();
    }

    private static Stream<Scored> chosen(List<Scored> scored) {
        return best(scored, Set.of()).stream()
                .flatMap(first -> Stream.concat(
                        Stream.of(first),
                        best(
                                scored.stream()
                                        .filter(other -> !other.equals(first))
                                        .toList(),
                                first.words())
                                .stream()));
    }

    private static List<Scored> best(List<Scored> scored, Set<String> taken) {
        Scored best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Scored candidate : scored) {
            double value = RELEVANCE * candidate.score() - (1 - RELEVANCE) * overlap(candidate.words(), taken);
            if (value > most) {
                most = value;
                best = candidate;
            }
        }
        return best == null ? List.of() : List.of(best);
    }

    private static double overlap(Set<String> one, Set<String> other) {
        long shared = one.stream().filter(other::contains).count();
        return one.isEmpty() || other.isEmpty() ? 0 : shared / Math.sqrt((double) one.size() * other.size());
    }

    private static Scored scored(Sentence sentence, Set<String> content, Map<String, Integer> counts, int index) {
        double central = content.stream()
                .mapToDouble(word -> Math.log(counts.getOrDefault(word, 1)))
                .sum();
        double score = central / Math.sqrt(1.0 + content.size()) + LEAD / (1 + index);
        return new Scored(sentence, content, score);
    }

    private boolean isWhole(Sentence sentence) {
        int length = sentence.last() - sentence.first() + 1;
        return length >= SHORTEST && length <= LONGEST;
    }

    private Set<String> content(Sentence sentence) {
        Set<String> content = new HashSet<>();
        for (int token = sentence.first(); token <= sentence.last(); token++) {
            if (tokens.isWord(token) && !words.isStopWord(tokens.key(token))) {
                content.add(tokens.key(token));
            }
        }
        return content;
    }

    private String surface(Sentence sentence) {
        return tokens.surface(sentence.first(), sentence.last())
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
