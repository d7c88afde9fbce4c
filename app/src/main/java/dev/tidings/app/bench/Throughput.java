package dev.tidings.app.bench;

import java.time.Duration;
import java.util.Map;

/**
 * How fast articles went through.
 *
 * @param articles how many
 * @param suppressed how many of them were copies
 * @param deadLettered how many were refused
 * @param decided from the order to publish until the last one came out
 * @param stored until the last one was stored; the same where nothing is stored
 * @param usage of the processors meanwhile
 * @param topics what each topic gained for an article
 */
record Throughput(
        int articles,
        long suppressed,
        long deadLettered,
        Duration decided,
        Duration stored,
        CpuMeter.Usage usage,
        Map<String, BenchReport.Written> topics) {

    /** Returns the figures to show. */
    BenchReport.Phase phase() {
        return new BenchReport.Phase(
                articles,
                suppressed,
                deadLettered,
                perSecond(stored),
                perSecond(decided),
                usage.microsPer(articles),
                usage.threadMicrosPer(articles),
                topics,
                usage.othersPercent());
    }

    /** Returns processor time of all processes for an article, in microseconds. */
    double totalMicros() {
        return usage.used().values().stream().mapToDouble(Duration::toNanos).sum() / 1_000 / articles;
    }

    private long perSecond(Duration time) {
        return Math.round(articles * 1e9 / time.toNanos());
    }
}
