package dev.tidings.app.bench;

import java.time.Duration;

/**
 * What to measure.
 *
 * @param articles published at full speed while they are counted, when the pipeline is warm
 * @param first published at full speed right after the start, counted apart; 0 for none
 * @param warmUp published at full speed between the two at most, until the cost no longer falls
 * @param state articles that the deduplication stage is given as its past, after which throughput is measured again;
 *     0 for none
 * @param rate articles a second while latency is measured
 * @param rated how long latency is measured
 */
public record BenchPlan(int articles, int first, int warmUp, int state, int rate, Duration rated) {
    private static final int RATED_WARM_UP_SECONDS = 5;

    /** Refuses plans that measure nothing. */
    public BenchPlan {
        if (articles < 1 || first < 0 || warmUp < 0 || state < 0 || rate < 1 || rated.toSeconds() < 1) {
            throw new IllegalArgumentException("articles, rate and seconds are at least 1, first, state and warm-up 0");
        }
    }

    /** How many articles are sent at the rate before those that count. */
    int ratedBefore() {
        return rate * (int) Math.min(RATED_WARM_UP_SECONDS, rated.toSeconds());
    }

    /** How many articles sent at the rate count. */
    int ratedArticles() {
        return Math.toIntExact(rate * rated.toSeconds());
    }
}
