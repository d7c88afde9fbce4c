package dev.tidings.producer.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads one input record by record. For one thread. */
public interface RecordReader extends Closeable {

    /**
     * Reads on to the next record.
     *
     * @return an article, or a record that is none; empty at the end
     * @throws FormatException when nothing behind this point can be made sense of; what was returned before stands
     * @throws IOException when the input cannot be read any further
     */
    Optional<InputRecord> next() throws IOException;

    /** Closes the input. */
    @Override
    void close() throws IOException;

    /** Returns a reader of an input that is one record. */
    static RecordReader of(InputRecord record) {
        Iterator<InputRecord> records = List.of(record).iterator();
        return new RecordReader() {
            @Override
            public Optional<InputRecord> next() {
                return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
