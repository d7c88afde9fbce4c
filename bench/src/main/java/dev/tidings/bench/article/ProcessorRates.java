package dev.tidings.bench.article;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The work of {@link SketchBenchmark} and {@link DedupBenchmark} in processor time of the thread, which says
 * something on a machine that others use too: {@code ProcessorRates} for sketches of
 * thousands of articles, {@code ProcessorRates dedup KNOWN} for decisions. Contestants take turns; the best of several rounds counts.
 */
public final class ProcessorRates {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 7;
    /** Articles between two looks at the clock, which takes time itself. */
    private static final int BATCH = 20;

    private static final long ROUND_NANOS = 300_000_000;

    private ProcessorRates() {}

    /** Prints articles a second, a line for each contestant. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            measureDedup(Integer.parseInt(arguments[1]));
        } else {
            measureSketches();
        }
    }

    private static void measureSketches() throws Exception {
        SketchBenchmark benchmark = new SketchBenchmark();
        benchmark.load();
        Map<String, Callable<?>> contestants = new LinkedHashMap<>();
        contestants.put("fold alone", benchmark::fold);
        contestants.put("tidings", benchmark::tidings);
        contestants.put("SuperMinHash-64", benchmark::superMinHash64);
        contestants.put("MinHash-128", benchmark::minHash128);
        contestants.put("Lucene MinHashFilter-128", benchmark::luceneMinHash128);
        Map<String, Double> best = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Callable<?>> contestant : contestants.entrySet()) {
                best.merge(contestant.getKey(), rate(contestant.getValue()), Math::max);
            }
        }
        best.forEach(ProcessorRates::print);
    }

    private static double rate(Callable<?> work) throws Exception {
        long start = THREADS.getCurrentThreadCpuTime();
        long spent = 0;
        int articles = 0;
        while (spent < ROUND_NANOS) {
            for (int i = 0; i < BATCH; i++) {
                work.call();
            }
            articles += BATCH;
            spent = THREADS.getCurrentThreadCpuTime() - start;
        }
        return articles * 1e9 / spent;
    }

    private static void measureDedup(int known) throws IOException {
        DedupBenchmark benchmark = new DedupBenchmark();
        benchmark.known = known;
        benchmark.fill();
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            benchmark.arrive();
            long start = THREADS.getCurrentThreadCpuTime();
            benchmark.decide();
            best = Math.max(best, DedupBenchmark.ARTICLES * 1e9 / (THREADS.getCurrentThreadCpuTime() - start));
        }
        benchmark.close();
        print("dedup that knows " + known, best);
    }

    private static void print(String contestant, double rate) {
        System.out.printf(Locale.ROOT, "%-26s %,9.0f articles/s%n", contestant, rate);
    }
}
