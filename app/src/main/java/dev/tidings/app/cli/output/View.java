package dev.tidings.app.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How things of one type are shown.
 *
 * @param columns of the table
 * @param fields what JSON shows of a thing: a record, an Avro record or a map; see {@link PlainValue}
 */
public record View<T>(List<Column<T>> columns, Function<? super T, ?> fields) {
    /** Keeps a copy of the columns. */
    public View {
        columns = List.copyOf(columns);
    }

    /**
     * A view without columns yet, whose JSON shows the thing itself.
     *
     * @param type of the things
     * @return the view
     */
    public static <T> View<T> of(Class<T> type) {
        return new View<>(List.of(), type::cast);
    }

    /**
     * The same view with one more column.
     *
     * @param title its heading
     * @param value what a row has there
     * @return the wider view
     */
    public View<T> withColumn(String title, Function<? super T, ?> value) {
        List<Column<T>> wider = new ArrayList<>(columns);
        wider.add(new Column<>(title, value));
        return new View<>(wider, fields);
    }

    /**
     * The same columns with other JSON.
     *
     * @param other what JSON shows of a thing
     * @return the view
     */
    public View<T> withFields(Function<? super T, ?> other) {
        return new View<>(columns, other);
    }
}
