package dev.tidings.app.eval.stories;

import dev.tidings.app.eval.articles.FieldScore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well articles were grouped into stories.
 *
 * @param articles number of articles, unrelated news included
 * @param scores the scores of the stories as found
 * @param alone the scores that there would be if every article were a story by itself
 * @param byLanguagePair pairs of articles in two languages ({@code ckb-en}): of those together by gold, how many are
 * @param retrieval for articles of one language asked in another ({@code ckb-en}): how often the likest is of their
 *     story
 * @param merges every article that joined a story, and every story that became part of another, in order
 */
public record StoriesReport(
        int articles,
        StoryScores scores,
        StoryScores alone,
        Map<String, FieldScore> byLanguagePair,
        Map<String, FieldScore> retrieval,
        List<StoryMerge> merges) {

    /** Freezes the list. */
    public StoriesReport {
        merges = List.copyOf(merges);
    }

    /** Returns the pairs of languages, the least together first, then by their names. */
    public List<LanguagePair> languagePairs() {
        return byLanguagePair.keySet().stream()
                .map(this::languagePair)
                .sorted(Comparator.comparingDouble(LanguagePair::shareTogether).thenComparing(LanguagePair::languages))
                .toList();
    }

    private LanguagePair languagePair(String languages) {
        return new LanguagePair(
                languages,
                byLanguagePair.getOrDefault(languages, FieldScore.NONE),
                retrieval.getOrDefault(languages, FieldScore.NONE),
                pairName(languages));
    }

    /** A tag may have hyphens of its own. */
    private FieldScore pairName(String languages) {
        return IntStream.range(0, languages.length())
                .filter(index -> languages.charAt(index) == '-')
                .mapToObj(hyphen -> languages.substring(hyphen + 1) + "-" + languages.substring(0, hyphen))
                .filter(retrieval::containsKey)
                .findFirst()
                .map(retrieval::get)
                .orElse(FieldScore.NONE);
    }
}
