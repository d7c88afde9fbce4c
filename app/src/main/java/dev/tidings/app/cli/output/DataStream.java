package dev.tidings.app.cli.output;

import java.io.PrintWriter;

/** A list that is written while it comes. For one thread. */
public final class DataStream<T> implements AutoCloseable {
    private final OutputFormat format;
    private final PrintWriter out;
    private final View<T> view;
    private final Table<T> table;
    private final int[] widths;
    private boolean begun;

    DataStream(DataWriter writer, View<T> view, int... widths) {
        this.format = writer.format();
        this.out = writer.out();
        this.view = view;
        this.table = new Table<>(view.columns(), writer.room());
        this.widths = widths.clone();
    }

    /**
     * Writes the next thing, at once.
     *
     * @return false when nobody reads any more
     */
    public boolean writeItem(T thing) {
        switch (format) {
            case TABLE -> tableRow(thing);
            case JSON -> out.print((begun ? ",\n" : "[\n") + DataWriter.indentedJson(jsonFields(thing)));
            case JSONL -> out.println(DataWriter.compactJson(jsonFields(thing)));
        }
        begun = true;
        return !out.checkError();
    }

    private void tableRow(T thing) {
        if (!begun) {
            out.println(table.headingLine(widths));
        }
        out.println(table.rowLine(thing, widths));
    }

    private Object jsonFields(T thing) {
        Object fields = PlainValue.plainValueOf(view.fields().apply(thing));
        return fields == null ? "" : fields;
    }

    /** Ends the list. */
    @Override
    public void close() {
        if (format == OutputFormat.JSON) {
            out.println(begun ? "\n]" : "[]");
        }
        out.flush();
    }
}
