package dev.tidings.streams.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.kafka.serde.RegistryUnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RegistryRetryTest {

    private static final Duration NO_PAUSE = Duration.ofNanos(1);

    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicLong seconds = new AtomicLong();

    @Test
    void triesAgainUntilTheRegistryAnswers() {
        assertThat(registryRetry(false).retryUntilAnswered(() -> silentBefore(4)))
                .isEqualTo("answer");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void isShorterThanATransaction() {
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> registryRetry(false).retryUntilAnswered(() -> silentBefore(Integer.MAX_VALUE)));
        assertThat(seconds).hasValueBetween(15, 40);
    }

    @Test
    void endsWithTheProcess() {
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> registryRetry(true).retryUntilAnswered(() -> silentBefore(2)));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void otherFailuresAreNotWaitedFor() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> registryRetry(false).retryUntilAnswered(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("another");
                }));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void tellsWhatItWaitsForUntilItIsAnswered() {
        RegistryRetry retry = registryRetry(false);
        assertThat(retry.findOutage()).isEmpty();

        assertThat(retry.retryUntilAnswered(() -> {
                    String answer = silentBefore(3);
                    assertThat(retry.findOutage()).contains("silent");
                    return answer;
                }))
                .isEqualTo("answer");

        assertThat(retry.findOutage()).isEmpty();
    }

    @Test
    void goesOnTellingItWhileThreadAfterThreadGivesUpAndForgetsItWhenNobodyAsksAnyMore() {
        RegistryRetry retry = registryRetry(true);
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> retry.retryUntilAnswered(() -> silentBefore(Integer.MAX_VALUE)));
        assertThat(retry.findOutage()).contains("silent");

        seconds.addAndGet(60);
        assertThat(retry.findOutage()).isEmpty();
    }

    private RegistryRetry registryRetry(boolean stopping) {
        return new RegistryRetry(
                () -> stopping,
                () -> Duration.ofSeconds(seconds.getAndIncrement()).toNanos(),
                NO_PAUSE);
    }

    private String silentBefore(int attempt) {
        if (attempts.incrementAndGet() < attempt) {
            throw new RegistryUnavailableException("silent", null);
        }
        return "answer";
    }
}
