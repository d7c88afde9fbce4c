package dev.tidings.consumer.subscribe.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final AtomicLong time = new AtomicLong();
    private final Backoff backoff = new Backoff(time::get);

    @Test
    void doesNotWaitBeforeAFailure() {
        assertThat(backoff.remainingWait()).isZero();
        assertThat(backoff.isFailing()).isFalse();
    }

    @Test
    void waitsTwiceAsLongAfterEveryFailureUpToTenSeconds() {
        assertThat(waitAfterFailure()).isEqualTo(Duration.ofMillis(100));
        assertThat(waitAfterFailure()).isEqualTo(Duration.ofMillis(200));
        for (int i = 0; i < 20; i++) {
            backoff.attemptFailed();
        }
        assertThat(waitAfterFailure()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void isDueWhenTheTimeHasPassed() {
        backoff.attemptFailed();
        time.addAndGet(Duration.ofMillis(100).toNanos());

        assertThat(backoff.remainingWait()).isZero();
        assertThat(backoff.isFailing()).isTrue();
    }

    @Test
    void beginsAnewAfterASuccess() {
        backoff.attemptFailed();
        backoff.attemptFailed();
        backoff.attemptSucceeded();

        assertThat(waitAfterFailure()).isEqualTo(Duration.ofMillis(100));
    }

    private Duration waitAfterFailure() {
        backoff.attemptFailed();
        return backoff.remainingWait();
    }
}
