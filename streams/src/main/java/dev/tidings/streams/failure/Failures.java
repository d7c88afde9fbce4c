package dev.tidings.streams.failure;

import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.kafka.serde.RegistryUnavailableException;
import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.streams.RejectedInputException;

/**
 * Tells a failure that is the record's own from one of the world around it, and gives the former category and reason.
 */
public final class Failures {

    private Failures() {}

    /**
     * Returns the failure of a record.
     *
     * @param rejected category of a record that the step refuses by rule
     * @param error what the step threw
     * @throws RegistryUnavailableException that error, since another record would meet it too
     * @throws Error that error, when the machine or the installation is to blame
     */
    public static Failure ofError(FailureCategory rejected, Throwable error) {
        if (error instanceof RegistryUnavailableException silence) {
            throw silence;
        }
        if (error instanceof OutOfMemoryError || error instanceof LinkageError) {
            throw (Error) error;
        }
        if (error instanceof RejectedInputException input) {
            return Failure.of(rejected, input.reason(), input);
        }
        if (error instanceof UndecodableException event) {
            return Failure.of(FailureCategory.DESERIALIZATION, event.reason(), event);
        }
        if (error instanceof StackOverflowError) {
            return Failure.of(FailureCategory.POISON, "too_deep", error);
        }
        return Failure.of(FailureCategory.POISON, "unexpected_error", error);
    }
}
