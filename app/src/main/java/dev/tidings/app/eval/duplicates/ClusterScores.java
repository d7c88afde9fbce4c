package dev.tidings.app.eval.duplicates;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How well predicted clusters agree with the true ones. Ratios are 0 to 1.
 *
 * @param pairPrecision share of the pairs put together that belong together
 * @param pairRecall share of the pairs that belong together that were put together
 * @param pairF1 harmonic mean of the two
 * @param ari adjusted Rand index (Hubert and Arabie 1985): 0 for chance, 1 for equal clusterings
 * @param documentPrecision share of the articles joined to a cluster that joined one with an earlier article of theirs
 * @param documentRecall share of the articles with an earlier one of theirs that joined a cluster holding such a one
 */
public record ClusterScores(
        double pairPrecision,
        double pairRecall,
        double pairF1,
        double ari,
        double documentPrecision,
        double documentRecall) {

    /**
     * Scores a clustering.
     *
     * @param articles in stream order
     * @param predicted cluster of each article
     */
    static ClusterScores scoreClusters(List<LabelledArticle> articles, Function<LabelledArticle, String> predicted) {
        double together = countPairs(articles, article -> article.cluster() + "\n" + predicted.apply(article));
        double joined = countPairs(articles, predicted);
        double belonging = countPairs(articles, LabelledArticle::cluster);
        double precision = joined == 0 ? 1 : together / joined;
        double recall = belonging == 0 ? 1 : together / belonging;
        double chance = articles.size() < 2 ? 0 : belonging * joined / pairsOf(articles.size());
        double most = (belonging + joined) / 2;
        StreamCounts counts = StreamCounts.countsOf(articles, predicted);
        return new ClusterScores(
                precision,
                recall,
                precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
                most == chance ? 1 : (together - chance) / (most - chance),
                ratio(counts.right(), counts.right() + counts.wrong()),
                ratio(counts.right(), counts.duplicates()));
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private static double countPairs(List<LabelledArticle> articles, Function<LabelledArticle, String> group) {
        Map<String, Integer> sizes = new TreeMap<>();
        articles.forEach(article -> sizes.merge(group.apply(article), 1, Integer::sum));
        return sizes.values().stream().mapToDouble(ClusterScores::pairsOf).sum();
    }

    private static double pairsOf(int size) {
        return size * (size - 1.0) / 2;
    }

    /**
     * What became of articles in stream order.
     *
     * @param articles how many there are
     * @param duplicates how many have an earlier one of theirs
     * @param right how many joined a cluster that holds an earlier one of theirs
     * @param wrong how many joined a cluster that holds none
     */
    public record StreamCounts(int articles, int duplicates, int right, int wrong) {

        static StreamCounts emptyCounts() {
            return new StreamCounts(0, 0, 0, 0);
        }

        static StreamCounts countsOf(List<LabelledArticle> articles, Function<LabelledArticle, String> predicted) {
            return countsByGroup(articles, predicted, article -> "").getOrDefault("", emptyCounts());
        }

        /** Returns the counts of each group of articles. */
        static Map<String, StreamCounts> countsByGroup(
                List<LabelledArticle> articles,
                Function<LabelledArticle, String> predicted,
                Function<LabelledArticle, String> group) {
            Map<String, StreamCounts> counts = new TreeMap<>();
            Map<String, Set<String>> inside = new HashMap<>();
            Set<String> seen = new HashSet<>();
            for (LabelledArticle article : articles) {
                Set<String> there = inside.computeIfAbsent(predicted.apply(article), cluster -> new HashSet<>());
                boolean right = there.contains(article.cluster());
                StreamCounts one = new StreamCounts(
                        1, seen.contains(article.cluster()) ? 1 : 0, right ? 1 : 0, !there.isEmpty() && !right ? 1 : 0);
                counts.merge(group.apply(article), one, StreamCounts::addCounts);
                seen.add(article.cluster());
                there.add(article.cluster());
            }
            return counts;
        }

        private StreamCounts addCounts(StreamCounts other) {
            return new StreamCounts(
                    articles + other.articles, duplicates + other.duplicates, right + other.right, wrong + other.wrong);
        }
    }
}
