package dev.tidings.app.bench;

import java.util.Map;
import java.util.Optional;

/**
 * What a benchmark found.
 *
 * @param first the first articles after a start, if they were asked for
 * @param warmUp articles after those until the cost no longer fell
 * @param warm whether it did not in the end
 * @param steady the articles after those: the steady state
 * @param passThrough the same articles as in the steady state through a topology that only copies them
 * @param latency of articles that come at a rate
 * @param idlePercentOfCore share of one processor that each process takes when nothing is to do
 * @param analysisMicros processor time of each stage of the analysis for one article, in microseconds
 * @param state what a deduplication stage with a past does, if that was asked for
 * @param machine where it ran
 */
public record BenchReport(
        Optional<Phase> first,
        int warmUp,
        boolean warm,
        Phase steady,
        Phase passThrough,
        Latency latency,
        Map<String, Double> idlePercentOfCore,
        Map<String, Long> analysisMicros,
        Optional<WithState> state,
        Machine machine) {

    /**
     * Articles published at full speed.
     *
     * @param articles how many
     * @param suppressed how many of them were found to be copies
     * @param deadLettered how many of them were refused
     * @param articlesPerSecond from the order to publish until the sink has stored the last one and its stories
     * @param decidedPerSecond the same until the last one is published or suppressed, as a subscriber sees it
     * @param cpuMicrosPerArticle processor time of each process for one article, in microseconds
     * @param threadMicrosPerArticle the same by what the threads of the process are for; threads that ended are missing
     * @param topicsPerArticle what the broker wrote for one article, by topic
     * @param othersPercent share of the processors that anybody else used meanwhile
     */
    public record Phase(
            int articles,
            long suppressed,
            long deadLettered,
            long articlesPerSecond,
            long decidedPerSecond,
            Map<String, Long> cpuMicrosPerArticle,
            Map<String, Map<String, Long>> threadMicrosPerArticle,
            Map<String, Written> topicsPerArticle,
            double othersPercent) {

        /**
         * Adds up the processes.
         *
         * @return processor time of all of them for one article, in microseconds
         */
        public long totalMicros() {
            return cpuMicrosPerArticle.values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /**
     * What was written to a topic.
     *
     * @param positions records and markers of transactions
     * @param bytes on the broker's disk
     */
    public record Written(double positions, double bytes) {}

    /**
     * How long articles took from when they were due to be sent until a subscriber saw them.
     *
     * @param ratePerSecond articles a second meanwhile
     * @param articles how many count
     * @param p50Millis half of them came out within so many milliseconds
     * @param p99Millis 99 of 100 did
     * @param maxMillis all of them did
     */
    public record Latency(int ratePerSecond, int articles, double p50Millis, double p99Millis, double maxMillis) {}

    /**
     * Throughput with a past.
     *
     * @param articles how many the deduplication stage knew
     * @param phase the figures
     * @param percentOfNone articles per second as a share of those of the steady state
     */
    public record WithState(int articles, Phase phase, long percentOfNone) {}

    /**
     * The machine, and how quiet it was.
     *
     * @param processors how many there are
     * @param java version
     * @param loadAverageBefore threads that wanted to run in the minute before; below 0 where the system does not tell
     */
    public record Machine(int processors, String java, double loadAverageBefore) {}
}
