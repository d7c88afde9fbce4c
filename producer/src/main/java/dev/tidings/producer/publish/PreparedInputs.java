package dev.tidings.producer.publish;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What becomes of one input, article by article. For one thread. */
interface PreparedInputs extends AutoCloseable {

    /** Reads on and decides; empty at the end of the input. */
    Optional<Prepared> next();

    @Override
    void close();

    /** An input of which one thing becomes. */
    static PreparedInputs of(Prepared only) {
        Iterator<Prepared> prepared = List.of(only).iterator();
        return new PreparedInputs() {
            @Override
            public Optional<Prepared> next() {
                return prepared.hasNext() ? Optional.of(prepared.next()) : Optional.empty();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
