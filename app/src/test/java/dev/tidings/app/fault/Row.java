package dev.tidings.app.fault;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One line of the table: how a scenario has ended.
 *
 * @param scenario its name
 * @param promise what it proves
 * @param status whether it does
 * @param fired faults that were brought about
 * @param planned faults that had to be
 * @param ids versions of articles that came in its time
 * @param lost versions that were lost
 * @param doubled versions that were doubled
 * @param verdicts whether the verdicts equal those of the undisturbed run
 * @param pauseMillis longest time without an outcome
 * @param message what is wrong, or why it was skipped, in one line
 */
record Row(
        String scenario,
        String promise,
        Status status,
        int fired,
        int planned,
        int ids,
        int lost,
        int doubled,
        String verdicts,
        long pauseMillis,
        String message) {

    /** Makes one line of the message. */
    Row {
        String line = message.replaceAll("\\s+", " ");
        message = line.substring(0, Math.min(MAX_MESSAGE, line.length()));
    }

    /** How a scenario has ended. */
    enum Status {
        /** It has proved its promise. */
        PROVED,
        /** The promise was not kept, or too few faults were brought about. */
        FAILED,
        /** This machine does not allow it: nothing is proved. */
        SKIPPED
    }

    private static final String TAB = "\t";
    private static final int MAX_MESSAGE = 1_000;

    static Row skipped(Scenario scenario, String reason) {
        return new Row(
                scenario.name(), scenario.promise(), Status.SKIPPED, 0, scenario.faults(), 0, 0, 0, "-", 0, reason);
    }

    static Row failed(Scenario scenario, String message) {
        return new Row(
                scenario.name(), scenario.promise(), Status.FAILED, 0, scenario.faults(), 0, 0, 0, "-", 0, message);
    }

    /** Returns it as a line of text. */
    String toLine() {
        return String.join(
                TAB,
                scenario,
                promise,
                status.name(),
                String.valueOf(fired),
                String.valueOf(planned),
                String.valueOf(ids),
                String.valueOf(lost),
                String.valueOf(doubled),
                verdicts,
                String.valueOf(pauseMillis),
                message);
    }

    static Row ofLine(String line) {
        List<String> cells = List.of(line.split(TAB, -1));
        return new Row(
                cells.get(0),
                cells.get(1),
                Status.valueOf(cells.get(2)),
                Integer.parseInt(cells.get(3)),
                Integer.parseInt(cells.get(4)),
                Integer.parseInt(cells.get(5)),
                Integer.parseInt(cells.get(6)),
                Integer.parseInt(cells.get(7)),
                cells.get(8),
                Long.parseLong(cells.get(9)),
                cells.get(10));
    }

    static final String HEADING = """
            | scenario | what it proves | faults | articles | lost | doubled | verdicts equal | longest pause |
            |---|---|--:|--:|--:|--:|---|--:|
            """;

    /** Returns it as a line of a table in Markdown. */
    String toMarkdown() {
        if (status == Status.SKIPPED) {
            return "| `" + scenario + "` | " + promise + " | SKIPPED: " + message + " | | | | | |";
        }
        String pause = String.format(
                Locale.ROOT, "%.1f s", Duration.ofMillis(pauseMillis).toMillis() / 1000.0);
        return "| `" + scenario + "` | " + promise + " | " + fired + " | " + ids + " | " + lost + " | " + doubled
                + " | " + verdicts + " | " + pause + " |" + (status == Status.FAILED ? " FAILED: " + message : "");
    }
}
