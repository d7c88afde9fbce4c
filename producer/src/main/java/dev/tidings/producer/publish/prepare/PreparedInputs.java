package dev.tidings.producer.publish.prepare;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What becomes of one input, article by article. For one thread. */
public interface PreparedInputs extends AutoCloseable {

    /** Reads on and decides; empty at the end of the input. */
    Optional<PreparedInput> next();

    @Override
    void close();

    /** An input of which one thing becomes. */
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
