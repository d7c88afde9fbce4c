package dev.tidings.consumer.subscribe;

import dev.tidings.schemas.kafka.DependencyUnreachableException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for the brokers' answer to a question, and says in one line when there is none. */
public final class KafkaAnswer {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private KafkaAnswer() {}

    /**
     * Returns the answer.
     *
     * @throws DependencyUnreachableException when none comes
     */
    public static <T> T of(KafkaFuture<T> question) {
        try {
            return question.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new DependencyUnreachableException("Kafka does not answer: " + cause.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyUnreachableException("interrupted while waiting for Kafka", e);
        }
    }
}
