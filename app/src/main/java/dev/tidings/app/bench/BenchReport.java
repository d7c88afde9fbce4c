package dev.tidings.app.bench;

import java.util.Map;
import java.util.Optional;

/**
 * What a benchmark found.
 *
 * @param articles how many were published at full speed and counted
 * @param articlesPerSecond from the order to publish until the sink has stored the last one
 * @param decidedPerSecond the same until the last one is published or suppressed, as a subscriber sees it
 * @param passThroughPerSecond the same articles through a topology that only copies them, until a subscriber sees the
 *     last
 * @param cpuMicrosPerArticle processor time of each process for one article, in microseconds, while they were counted
 * @param passThroughMicrosPerArticle the same for the topology that only copies
 * @param ratePerSecond articles a second while latency was measured
 * @param ratedArticles how many of them count
 * @param p50Millis half of them came out within so many milliseconds of when they were due to be sent
 * @param p99Millis 99 of 100 did
 * @param maxMillis all of them did
 * @param state what a deduplication stage with a past does, if that was asked for
 * @param machine where it ran
 */
public record BenchReport(
        int articles,
        long articlesPerSecond,
        long decidedPerSecond,
        long passThroughPerSecond,
        Map<String, Long> cpuMicrosPerArticle,
        Map<String, Long> passThroughMicrosPerArticle,
        int ratePerSecond,
        int ratedArticles,
        double p50Millis,
        double p99Millis,
        double maxMillis,
        Optional<WithState> state,
        Machine machine) {

    /**
     * Throughput with a past.
     *
     * @param articles how many the deduplication stage knew
     * @param articlesPerSecond as without
     * @param decidedPerSecond as without
     * @param cpuMicrosPerArticle as without
     * @param percentOfNone articles per second as a share of those without
     */
    public record WithState(
            int articles,
            long articlesPerSecond,
            long decidedPerSecond,
            Map<String, Long> cpuMicrosPerArticle,
            long percentOfNone) {}

    /**
     * The machine, and how quiet it was.
     *
     * @param processors how many there are
     * @param java version
     * @param loadAverageBefore threads that wanted to run in the minute before; below 0 where the system does not tell
     * @param othersPercent share of the processors that anybody else used while articles were counted
     */
    public record Machine(int processors, String java, double loadAverageBefore, double othersPercent) {}
}
