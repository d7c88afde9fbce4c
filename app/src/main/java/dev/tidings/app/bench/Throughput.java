package dev.tidings.app.bench;

import java.time.Duration;
import java.util.Map;

/**
 * How fast articles went through.
 *
 * @param articles how many
 * @param decided from the order to publish until the last one came out
 * @param stored until the last one was stored; the same where nothing is stored
 * @param usage of the processors meanwhile
 */
record Throughput(int articles, Duration decided, Duration stored, CpuMeter.Usage usage) {

    long decidedPerSecond() {
        return perSecond(decided);
    }

    long storedPerSecond() {
        return perSecond(stored);
    }

    Map<String, Long> microsPerArticle() {
        return usage.microsPer(articles);
    }

    private long perSecond(Duration time) {
        return Math.round(articles * 1e9 / time.toNanos());
    }
}
