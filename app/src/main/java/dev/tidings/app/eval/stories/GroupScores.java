package dev.tidings.app.eval.stories;

import dev.tidings.app.eval.articles.FieldScore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares stories as found with stories as labelled, article by article and pair by pair. */
final class GroupScores {

    /**
     * An article with both of its stories.
     *
     * @param gold story it belongs to; empty for unrelated news, which is not scored
     * @param found story it was put into
     */
    record Grouped(String gold, String found, String language) {}

    private final List<Grouped> articles;

    GroupScores(List<Grouped> articles) {
        this.articles = List.copyOf(articles);
    }

    /** Returns B-cubed precision. */
    double precision() {
        return shareOf(Grouped::found);
    }

    /** Returns B-cubed recall. */
    double recall() {
        return shareOf(Grouped::gold);
    }

    /** Returns the mean over articles of the share of a group that agrees with the article in both. */
    private double shareOf(Function<Grouped, String> group) {
        Map<String, Integer> sizes = new HashMap<>();
        Map<List<String>, Integer> both = new HashMap<>();
        for (Grouped article : articles) {
            sizes.merge(group.apply(article), 1, Integer::sum);
            both.merge(List.of(article.gold(), article.found()), 1, Integer::sum);
        }
        return articles.stream()
                .filter(article -> !article.gold().isEmpty())
                .mapToDouble(article -> (double) increment(both, List.of(article.gold(), article.found()))
                        / increment(sizes, group.apply(article)))
                .average()
                .orElse(0);
    }

    /** Returns how many articles the largest story has. */
    int largestSize() {
        return storySizes().stream().mapToInt(Long::intValue).max().orElse(0);
    }

    /** Returns the share of articles that are in stories of more than so many. */
    double shareInLarger(int size) {
        long inLarger = storySizes().stream()
                .filter(count -> count > size)
                .mapToLong(count -> count)
                .sum();
        return (double) inLarger / Math.max(1, articles.size());
    }

    private Collection<Long> storySizes() {
        return articles.stream()
                .collect(Collectors.groupingBy(Grouped::found, Collectors.counting()))
                .values();
    }

    private static <K> int increment(Map<K, Integer> counts, K key) {
        return counts.getOrDefault(key, 0);
    }

    /** Returns for two languages how many of the pairs that belong together are together. */
    Map<String, FieldScore> byLanguagePair() {
        Map<String, List<Grouped>> stories = new HashMap<>();
        articles.stream()
                .filter(article -> !article.gold().isEmpty())
                .forEach(article -> stories.computeIfAbsent(article.gold(), any -> new ArrayList<>())
                        .add(article));
        Map<String, FieldScore> pairs = new TreeMap<>();
        stories.values().forEach(story -> addPairs(story, pairs));
        return pairs;
    }

    private static void addPairs(List<Grouped> story, Map<String, FieldScore> pairs) {
        for (int one = 0; one < story.size(); one++) {
            for (Grouped other : story.subList(one + 1, story.size())) {
                String pair = pairOf(story.get(one).language(), other.language());
                boolean together = story.get(one).found().equals(other.found());
                pairs.put(pair, pairs.getOrDefault(pair, FieldScore.NONE).addScore(together ? 1 : 0, 1));
            }
        }
    }

    private static String pairOf(String one, String other) {
        return one.compareTo(other) <= 0 ? one + "-" + other : other + "-" + one;
    }
}
