package dev.tidings.bench.language;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Prints how often each library is right on the rows, and how many times faster this project identifies: slices of
 * 0.7 s of the process's CPU time taken in turn, the median ratio of eleven behind four to warm up, which a busy
 * machine disturbs least. JMH measures one benchmark after the other instead. CPU time of all threads counts, since
 * some libraries start their own.
 */
final class LibraryComparison {
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 11;
    private static final long SLICE_NANOS = 700_000_000L;

    /** Texts between two looks at the clock, which costs about a microsecond. */
    private static final int FEW = 20;

    private static final List<Set<String>> ONE_IN_LENIENT =
            List.of(Set.of("hrv", "srp", "bos"), Set.of("ind", "msa"), Set.of("nob", "nno"));

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private LibraryComparison() {}

    /** Arguments: rows to be right on, rows to be fast on (tsv or tsv.gz: ISO 639-3, length class, text). */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Usage: LibraryComparison <rows for accuracy.tsv[.gz]> <rows for speed.tsv[.gz]>");
            System.exit(2);
        }
        Map<Library, Library.Detector> detectors = new EnumMap<>(Library.class);
        for (Library library : Library.values()) {
            detectors.put(library, library.load());
        }
        System.out.println("right: strict % / lenient % / of the Central Kurdish ones %");
        for (String length : List.of("headline", "article")) {
            printAccuracy(length, Texts.read(Path.of(arguments[0])).rows(), detectors);
        }
        Texts texts = Texts.read(Path.of(arguments[1]));
        compare("articles of 3,000 characters", texts.articles(400), detectors);
        compare("headlines", texts.headlines(4_000), detectors);
    }

    private static void printAccuracy(String length, List<Texts.Row> all, Map<Library, Library.Detector> detectors) {
        List<Texts.Row> rows =
                all.stream().filter(row -> row.length().equals(length)).toList();
        List<Texts.Row> kurdish =
                rows.stream().filter(row -> row.language().equals("ckb")).toList();
        System.out.printf(Locale.ROOT, "%s rows (%d, Central Kurdish %d)%n", length, rows.size(), kurdish.size());
        detectors.forEach((library, detector) -> System.out.printf(
                Locale.ROOT,
                "  %-12s %5.1f / %5.1f / %5.1f%n",
                library,
                percent(rows, detector, Object::equals),
                percent(rows, detector, LibraryComparison::leniently),
                percent(kurdish, detector, Object::equals)));
    }

    private static double percent(List<Texts.Row> rows, Library.Detector detector, BiPredicate<String, String> same) {
        long right = rows.stream()
                .filter(row -> same.test(row.language(), detector.detect(row.text())))
                .count();
        return 100.0 * right / Math.max(1, rows.size());
    }

    private static boolean leniently(String language, String answered) {
        return language.equals(answered)
                || ONE_IN_LENIENT.stream().anyMatch(group -> group.containsAll(List.of(language, answered)));
    }

    private static void compare(String what, List<String> texts, Map<Library, Library.Detector> detectors) {
        Map<Library, List<Double>> speeds = new EnumMap<>(Library.class);
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            boolean warmUp = round < WARM_UP;
            detectors.forEach((library, detector) -> {
                double speed = slice(texts, detector);
                if (!warmUp) {
                    speeds.computeIfAbsent(library, name -> new ArrayList<>()).add(speed);
                }
            });
        }
        System.out.printf(Locale.ROOT, "%s (%d texts)%n", what, texts.size());
        List<Double> ours = speeds.getOrDefault(Library.TIDINGS, List.of());
        speeds.forEach((library, theirs) -> System.out.printf(
                Locale.ROOT,
                "  %-12s %,12.0f per CPU second  ours is %.1f times as fast%n",
                library,
                median(theirs),
                median(ratios(ours, theirs))));
    }

    private static double slice(List<String> texts, Library.Detector detector) {
        // Nobody is to clear away the garbage of the one before.
        System.gc();
        long start = SYSTEM.getProcessCpuTime();
        long spent = 0;
        int done = 0;
        while (spent < SLICE_NANOS) {
            for (int i = 0; i < FEW; i++) {
                detector.detect(texts.get(done++ % texts.size()));
            }
            spent = SYSTEM.getProcessCpuTime() - start;
        }
        return done * 1e9 / spent;
    }

    private static List<Double> ratios(List<Double> ours, List<Double> theirs) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < theirs.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        return ratios;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
