package dev.tidings.app.eval.updates;

import dev.tidings.app.eval.duplicates.DuplicatesRun.Decided;
import dev.tidings.streams.dedup.match.Verdict;
import dev.tidings.streams.dedup.match.Withholding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of second texts of which it is known whether they tell something new.
 *
 * @param kinds the kinds of second texts, by their names
 */
public record UpdatesReport(List<Kind> kinds) {

    /** Name of the file in a folder that says of which kind each second text is. */
    public static final String EXPECTED = "expected.tsv";

    private static final int FIELDS = 3;

    /**
     * Second texts of one kind.
     *
     * @param kind how they were made of the first, e.g. {@code numbers-one}
     * @param texts how many there are
     * @param withheld how many of them are withheld by the default setting
     * @param verdicts how many got each verdict
     */
    public record Kind(String kind, int texts, int withheld, Map<Verdict, Integer> verdicts) {

        /** Returns the share that is withheld, 0 to 1. */
        public double share() {
            return (double) withheld / texts;
        }
    }

    /**
     * Returns what a run made of the second texts.
     *
     * @param kinds kind of each second text, by its file name
     */
    public static UpdatesReport reportOf(List<Decided> run, Map<String, String> kinds) {
        Map<String, Map<Verdict, Integer>> verdicts = new TreeMap<>();
        for (Decided decided : run) {
            String kind = kinds.get(decided.article().id());
            if (kind != null) {
                verdicts.computeIfAbsent(kind, any -> new EnumMap<>(Verdict.class))
                        .merge(decided.decision().verdict(), 1, Integer::sum);
            }
        }
        return new UpdatesReport(verdicts.entrySet().stream()
                .map(kind -> kindOf(kind.getKey(), kind.getValue()))
                .toList());
    }

    private static Kind kindOf(String kind, Map<Verdict, Integer> verdicts) {
        int withheld = verdicts.entrySet().stream()
                .filter(verdict -> Withholding.COPIES.withholds(verdict.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        int texts = verdicts.values().stream().mapToInt(Integer::intValue).sum();
        return new Kind(kind, texts, withheld, verdicts);
    }

    /**
     * Reads of which kind each second text is.
     *
     * @param file lines of file name, kind and language, parted by tabs
     * @throws IOException when it cannot be read, or a line is another one
     */
    public static Map<String, String> readKinds(Path file) throws IOException {
        List<String[]> rows =
                Files.readAllLines(file).stream().map(line -> line.split("\t")).toList();
        if (rows.stream().anyMatch(row -> row.length != FIELDS)) {
            throw new IOException(file + " has lines that are not: file name, kind and language, parted by tabs");
        }
        return rows.stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }
}
