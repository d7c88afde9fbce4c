package dev.tidings.consumer.subscribe.internal;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.schemas.DeadLetter;
import java.util.List;

/** Where dead letters go. */
public interface DeadLetterSink {

    /**
     * Keeps dead letters for good before returning; one that is already kept may be kept again under the same id.
     *
     * @throws RetryLaterException when they cannot be kept now
     */
    void sendAll(List<DeadLetter> letters);
}
