package dev.tidings.producer.publish.prepare;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The prepared articles of one input, one after another. For one thread. */
public interface PreparedInputs extends AutoCloseable {

    /** Reads and prepares the next article; empty at the end of the input. */
    Optional<PreparedInput> next();

    @Override
    void close();

    /** An input that becomes a single article or dead letter. */
    static PreparedInputs of(PreparedInput only) {
        Iterator<PreparedInput> preparedInput = List.of(only).iterator();
        return new PreparedInputs() {
            @Override
            public Optional<PreparedInput> next() {
                return preparedInput.hasNext() ? Optional.of(preparedInput.next()) : Optional.empty();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
