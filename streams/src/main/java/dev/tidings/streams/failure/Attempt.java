package dev.tidings.streams.failure;

import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.schemas.FailureCategory;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The outcome of work on one record: a result, or the failure that its dead letter states. Exactly one of the two is
 * present.
 *
 * @param result the result
 * @param failure the failure
 */
public record Attempt<T>(Optional<T> result, Optional<Failure> failure) {

    /**
     * Runs work that depends on the record alone: parsing and pure functions. State stores, forwarding and producing
     * have no place in it, since their failures are no record's fault and would be dead-lettered as one.
     *
     * @param rejected category of a record that the work refuses by rule
     * @throws dev.tidings.kafka.serde.RegistryUnavailableException when the registry does not answer
     * @throws Error when the machine or the installation is to blame
     */
    public static <T> Attempt<T> of(FailureCategory rejected, Supplier<T> work) {
        try {
            return new Attempt<>(Optional.of(work.get()), Optional.empty());
        } catch (Throwable e) {
            // An Error of a parser, StackOverflowError above all, would pass every handler of Kafka Streams.
            return failed(Failures.ofError(rejected, e));
        }
    }

    /** Returns the attempt on a record that is refused without any work. */
    public static <T> Attempt<T> failed(Failure failure) {
        return new Attempt<>(Optional.empty(), Optional.of(failure));
    }

    /** Goes on with the result or with the failure. */
    public void handle(Consumer<T> onResult, Consumer<Failure> onFailure) {
        result.ifPresent(onResult);
        failure.ifPresent(onFailure);
    }
}
