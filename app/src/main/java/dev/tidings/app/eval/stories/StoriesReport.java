package dev.tidings.app.eval.stories;

import dev.tidings.app.eval.articles.FieldScore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well articles were grouped into stories, by B-cubed (Bagga and Baldwin, 1998): for each article the share of its
 * story that belongs with it, and the share of what belongs with it that is in its story; the means over articles.
 *
 * @param articles number of articles
 * @param precision B-cubed precision, 0 to 1
 * @param recall B-cubed recall, 0 to 1
 * @param f1 harmonic mean of both
 * @param byLanguagePair pairs of articles in two languages ({@code ckb-en}): of those together by gold, how many are
 * @param retrieval for articles of one language asked in another ({@code ckb-en}): how often the likest is of their
 *     story
 */
public record StoriesReport(
        int articles,
        double precision,
        double recall,
        double f1,
        Map<String, FieldScore> byLanguagePair,
        Map<String, FieldScore> retrieval) {

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
