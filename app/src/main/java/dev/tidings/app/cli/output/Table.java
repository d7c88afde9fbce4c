package dev.tidings.app.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows in columns, aligned by what a terminal shows rather than by characters.
 *
 * @param columns of the table
 * @param room columns of the terminal; the widest column is cut to fit
 */
record Table<T>(List<Column<T>> columns, int room) {
    private static final String GAP = "  ";
    /** A column is never cut to less: shorter text tells nothing. */
    private static final int NARROWEST = 12;

    private record Cell(String text, boolean isNumber) {}

    void write(List<T> rows, PrintWriter out) {
        List<List<Cell>> cells = new ArrayList<>();
        cells.add(columns.stream().map(Table::heading).toList());
        rows.forEach(row -> cells.add(
                columns.stream().map(column -> cell(column.value().apply(row))).toList()));
        int[] widths = fitted(widths(cells));
        cells.forEach(line -> out.println(line(line, widths)));
    }

    /** Returns the heading over rows that come one by one, for columns of at least these widths. */
    String heading(int[] least) {
        return streamed(columns.stream().map(Table::heading).toList(), least);
    }

    /** Returns such a row: longer text moves what stands behind it, and only the last column is cut to fit. */
    String row(T thing, int[] least) {
        return streamed(
                columns.stream()
                        .map(column -> cell(column.value().apply(thing)))
                        .toList(),
                least);
    }

    private String streamed(List<Cell> cells, int[] least) {
        int last = cells.size() - 1;
        int[] widths = new int[cells.size()];
        int left = room;
        for (int column = 0; column < last; column++) {
            widths[column] =
                    Math.max(least[column], SafeText.width(cells.get(column).text()));
            left -= widths[column] + GAP.length();
        }
        widths[last] = Math.min(SafeText.width(cells.get(last).text()), Math.max(NARROWEST, left));
        return line(cells, widths);
    }

    private static Cell heading(Column<?> column) {
        return new Cell(column.title().toUpperCase(Locale.ROOT), false);
    }

    private static Cell cell(@Nullable Object value) {
        Object shown = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return shown == null
                ? new Cell("", false)
                : new Cell(SafeText.escaped(shown.toString()), shown instanceof Number);
    }

    private int[] widths(List<List<Cell>> cells) {
        int[] widths = new int[columns.size()];
        for (List<Cell> line : cells) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] =
                        Math.max(widths[column], SafeText.width(line.get(column).text()));
            }
        }
        return widths;
    }

    private int[] fitted(int[] widths) {
        int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - room;
        while (excess > 0) {
            int widest = widest(widths);
            int cut = Math.min(excess, widths[widest] - NARROWEST);
            if (cut <= 0) {
                break;
            }
            widths[widest] -= cut;
            excess -= cut;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int column = 1; column < widths.length; column++) {
            if (widths[column] > widths[widest]) {
                widest = column;
            }
        }
        return widest;
    }

    private static String line(List<Cell> cells, int[] widths) {
        List<String> padded = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            padded.add(padded(cells.get(column), widths[column]));
        }
        return padded.stream().collect(Collectors.joining(GAP)).stripTrailing();
    }

    private static String padded(Cell cell, int width) {
        String text = SafeText.cut(cell.text(), width);
        String padding = " ".repeat(width - SafeText.width(text));
        return cell.isNumber() ? padding + text : SafeText.isolated(text) + padding;
    }
}
