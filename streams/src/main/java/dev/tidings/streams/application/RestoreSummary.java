package dev.tidings.streams.application;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What it took to restore state: a line for people that programs can read back.
 *
 * <p>Not part of the API: public for the benchmark.
 *
 * @param application name of the application, e.g. {@code dedup}
 * @param records how many records of its changelogs were read
 * @param millis how long that took, in milliseconds
 * @param skipped how many positions of the changelogs stand before those records: what was still on the disk
 */
public record RestoreSummary(String application, long records, long millis, long skipped) {

    private static final Pattern LINE = Pattern.compile(
            "([\\w-]+): restored (\\d+) records in (\\d+) ms, from (\\d+) positions into their changelogs");

    /** Returns the summary in a line of a log; empty when the line is another. */
    public static Optional<RestoreSummary> findIn(String line) {
        Matcher found = LINE.matcher(line);
        return found.find()
                ? Optional.of(
                        new RestoreSummary(found.group(1), numberIn(found, 2), numberIn(found, 3), numberIn(found, 4)))
                : Optional.empty();
    }

    private static long numberIn(Matcher found, int group) {
        return Long.parseLong(found.group(group));
    }

    /** Returns it as one line. */
    @Override
    public String toString() {
        return application + ": restored " + records + " records in " + millis + " ms, from " + skipped
                + " positions into their changelogs";
    }
}
