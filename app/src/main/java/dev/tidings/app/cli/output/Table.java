package dev.tidings.app.cli.output;

import dev.tidings.app.cli.console.SafeText;
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

    void writeTable(List<T> rows, PrintWriter out) {
        List<List<Cell>> cells = new ArrayList<>();
        cells.add(columns.stream().map(Table::headingLine).toList());
        rows.forEach(row -> cells.add(columns.stream()
                .map(column -> cellOf(column.value().apply(row)))
                .toList()));
        int[] widths = fittedWidths(columnWidths(cells));
        cells.forEach(line -> out.println(lineOf(line, widths)));
    }

    /** Returns the heading over rows that come one by one, for columns of at least these widths. */
    String headingLine(int[] least) {
        return streamedLine(columns.stream().map(Table::headingLine).toList(), least);
    }

    /** Returns such a row: longer text moves what stands behind it, and only the last column is cut to fit. */
    String rowLine(T thing, int[] least) {
        return streamedLine(
                columns.stream()
                        .map(column -> cellOf(column.value().apply(thing)))
                        .toList(),
                least);
    }

    private String streamedLine(List<Cell> cells, int[] least) {
        int last = cells.size() - 1;
        int[] widths = new int[cells.size()];
        int left = room;
        for (int column = 0; column < last; column++) {
            widths[column] = Math.max(
                    least[column], SafeText.columnWidth(cells.get(column).text()));
            left -= widths[column] + GAP.length();
        }
        widths[last] = Math.min(SafeText.columnWidth(cells.get(last).text()), Math.max(NARROWEST, left));
        return lineOf(cells, widths);
    }

    private static Cell headingLine(Column<?> column) {
        return new Cell(column.title().toUpperCase(Locale.ROOT), false);
    }

    private static Cell cellOf(@Nullable Object value) {
        Object shown = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return shown == null
                ? new Cell("", false)
                : new Cell(SafeText.escapeControls(shown.toString()), shown instanceof Number);
    }

    private int[] columnWidths(List<List<Cell>> cells) {
        int[] widths = new int[columns.size()];
        for (List<Cell> line : cells) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(
                        widths[column], SafeText.columnWidth(line.get(column).text()));
            }
        }
        return widths;
    }

    private int[] fittedWidths(int[] widths) {
        int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - room;
        while (excess > 0) {
            int widest = widestColumn(widths);
            int cut = Math.min(excess, widths[widest] - NARROWEST);
            if (cut <= 0) {
                break;
            }
            widths[widest] -= cut;
            excess -= cut;
        }
        return widths;
    }

    private static int widestColumn(int[] widths) {
        int widest = 0;
        for (int column = 1; column < widths.length; column++) {
            if (widths[column] > widths[widest]) {
                widest = column;
            }
        }
        return widest;
    }

    private static String lineOf(List<Cell> cells, int[] widths) {
        List<String> padded = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            padded.add(paddedCell(cells.get(column), widths[column]));
        }
        return padded.stream().collect(Collectors.joining(GAP)).stripTrailing();
    }

    private static String paddedCell(Cell cell, int width) {
        String text = SafeText.cutToWidth(cell.text(), width);
        String padding = " ".repeat(width - SafeText.columnWidth(text));
        return cell.isNumber() ? padding + text : SafeText.isolateDirection(text) + padding;
    }
}
