package dev.tidings.streams.story.link;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The few articles of highest weight among many; of equal ones that of the lower number. For one thread. */
final class BestCandidates {

    private final int[] articles = new int[LinkParameters.MAX_CANDIDATES];
    private final double[] weights = new double[LinkParameters.MAX_CANDIDATES];
    private int size;

    void clear() {
        size = 0;
    }

    /** Takes an article that was not offered before. */
    void offer(int article, double weight) {
        int place = size;
        while (place > 0 && isBefore(article, weight, place - 1)) {
            place--;
        }
        if (place == articles.length) {
            return;
        }
        int kept = Math.min(size, articles.length - 1);
        System.arraycopy(articles, place, articles, place + 1, kept - place);
        System.arraycopy(weights, place, weights, place + 1, kept - place);
        articles[place] = article;
        weights[place] = weight;
        size = kept + 1;
    }

    private boolean isBefore(int article, double weight, int place) {
        return weight > weights[place] || (weight == weights[place] && article < articles[place]);
    }

    /** Returns the articles, the best first. */
    List<Integer> articles() {
        return IntStream.of(Arrays.copyOf(articles, size)).boxed().toList();
    }
}
