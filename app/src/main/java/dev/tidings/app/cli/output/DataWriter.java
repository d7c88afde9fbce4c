package dev.tidings.app.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.tidings.app.cli.console.SafeText;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the data of a command in the form that was asked for.
 *
 * @param format the form
 * @param out where to
 * @param room columns of the terminal, {@link Integer#MAX_VALUE} when it is none
 */
public record DataWriter(OutputFormat format, PrintWriter out, int room) {
    private static final ObjectWriter COMPACT = new ObjectMapper().writer(new MarkupEscapes());
    private static final ObjectWriter INDENTED = COMPACT.withDefaultPrettyPrinter();

    /**
     * Writes a list: a table with a heading, one JSON array, or one JSON object a line.
     *
     * @param view how its things are shown
     * @param things in the order to show
     */
    public <T> void writeList(View<T> view, List<T> things) {
        Stream<?> fields = things.stream().map(view.fields()).map(PlainValue::plainValueOf);
        switch (format) {
            case TABLE -> new Table<>(view.columns(), room).writeTable(things, out);
            case JSON -> out.println(toJson(INDENTED, fields.toList()));
            case JSONL -> fields.forEach(thing -> out.println(toJson(COMPACT, thing)));
        }
        out.flush();
    }

    /**
     * Writes a single result: a line for each column of the view, or one JSON object.
     *
     * @param view how it is shown
     * @param thing the result
     */
    public <T> void writeOne(View<T> view, T thing) {
        Object fields = PlainValue.plainValueOf(view.fields().apply(thing));
        switch (format) {
            case TABLE -> writeLines(view, thing);
            case JSON -> out.println(toJson(INDENTED, fields));
            case JSONL -> out.println(toJson(COMPACT, fields));
        }
        out.flush();
    }

    /** Writes a line for people, as it is but for what would steer their terminal, and never cut. */
    public void writeLine(String text) {
        out.println(SafeText.escapeControls(text));
        out.flush();
    }

    /**
     * Begins a list whose things come one by one: table rows under a heading, one JSON array, or one JSON object a
     * line.
     *
     * @param view how its things are shown
     * @param widths of the columns but the last, which takes what is left
     */
    public <T> DataStream<T> openStream(View<T> view, int... widths) {
        return new DataStream<>(this, view, widths);
    }

    private <T> void writeLines(View<T> view, T thing) {
        int widest = view.columns().stream()
                .mapToInt(column -> SafeText.columnWidth(column.title()))
                .max()
                .orElse(0);
        for (Column<T> column : view.columns()) {
            Object value = PlainValue.plainValueOf(column.value().apply(thing));
            String text = value == null ? "" : SafeText.isolateDirection(SafeText.escapeControls(value.toString()));
            String padding = " ".repeat(widest - SafeText.columnWidth(column.title()));
            out.println((column.title() + padding + "  " + text).stripTrailing());
        }
    }

    static String compactJson(@Nullable Object value) {
        return toJson(COMPACT, value);
    }

    static String indentedJson(@Nullable Object value) {
        return toJson(INDENTED, value);
    }

    private static String toJson(ObjectWriter writer, @Nullable Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("plain values are always JSON", broken);
        }
    }
}
