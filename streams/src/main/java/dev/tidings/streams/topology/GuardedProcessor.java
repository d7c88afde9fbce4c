package dev.tidings.streams.topology;

import dev.tidings.streams.failure.Attempt;
import dev.tidings.streams.failure.FailedRecord;
import dev.tidings.streams.failure.RegistryRetry;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The base of all processors that turn a record's own failure into a dead letter. Only what {@link #attempt} is given
 * can end there; whatever else fails, a state store or the producer, ends the thread, and the record comes again.
 */
public abstract class GuardedProcessor<V> extends ContextualProcessor<byte[], V, byte[], Object> {

    private final Route route;
    private final RegistryRetry registryRetry;

    /** Makes the processor of a stage. */
    protected GuardedProcessor(Route route, RegistryRetry registryRetry) {
        this.route = route;
        this.registryRetry = registryRetry;
    }

    /** Returns the name of the stage in dead letters. */
    protected final String stage() {
        return route.stage();
    }

    /**
     * Runs work that depends on the record alone, and repeats it while the schema registry that it needs does not
     * answer.
     *
     * @throws dev.tidings.kafka.serde.RegistryUnavailableException when the registry stays silent for as long as is
     *     waited for it, or the process is shutting down
     */
    protected final <R> Attempt<R> attempt(Supplier<R> work) {
        return registryRetry.retryUntilAnswered(() -> Attempt.of(route.rejected(), work));
    }

    /** Sends a record on. */
    protected final void forward(Record<byte[], ?> record) {
        context().forward(record, route.next());
    }

    /** Sends a record to the dead letters. */
    protected final void deadLetter(Record<byte[], ?> record, FailedRecord failed) {
        context().forward(record.withValue(failed), route.deadLetter());
    }
}
