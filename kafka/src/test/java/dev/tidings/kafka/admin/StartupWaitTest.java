package dev.tidings.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.errors.CoordinatorNotAvailableException;
import org.junit.jupiter.api.Test;

/** Time is the test's: every attempt is followed by a pause of a minute. */
class StartupWaitTest {

    private final DependencyUnreachableException silence =
            new DependencyUnreachableException("Kafka does not answer", new IllegalStateException());

    private long now;
    private final StartupWait wait = new StartupWait(
            Duration.ofMinutes(3),
            "127.0.0.1:9092",
            failure -> failure instanceof DependencyUnreachableException
                    || failure instanceof CoordinatorNotAvailableException,
            () -> now,
            () -> now += Duration.ofMinutes(1).toNanos());

    @Test
    void whatAnswersLaterIsWaitedFor() {
        assertThat(wait.awaitResult(attempts(List.of(silence, silence)), () -> false))
                .isEqualTo("there");
    }

    @Test
    void whatNeverAnswersEndsTheWait() {
        assertThatThrownBy(() -> wait.awaitResult(attempts(List.of(silence, silence, silence, silence)), () -> false))
                .isSameAs(silence);
        assertThat(Duration.ofNanos(now)).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void whatIsWrongIsNotWaitedFor() {
        RuntimeException wrong = new IllegalArgumentException("no such setting");

        assertThatThrownBy(() -> wait.awaitResult(attempts(List.of(wrong)), () -> false))
                .isSameAs(wrong);
        assertThat(now).isZero();
    }

    @Test
    void whoIsStoppedWaitsNoLonger() {
        assertThatThrownBy(() -> wait.awaitResult(attempts(List.of(silence)), () -> true))
                .isSameAs(silence);
        assertThat(now).isZero();
    }

    @Test
    void aBrokerThatIsNotReadyIsToldAsOneThatDoesNotAnswer() {
        RuntimeException notYet = new CoordinatorNotAvailableException("not yet");

        assertThatThrownBy(() -> wait.awaitResult(attempts(List.of(notYet, notYet, notYet, notYet)), () -> false))
                .isInstanceOf(DependencyUnreachableException.class)
                .hasMessageContaining("Kafka at 127.0.0.1:9092 does not answer");
    }

    @Test
    void moreMayBeWaitedFor() {
        RuntimeException locked = new IllegalStateException("locked");

        assertThat(wait.andFor(locked::equals).awaitResult(attempts(List.of(locked, silence)), () -> false))
                .isEqualTo("there");
    }

    /** Fails once with each of these, then succeeds. */
    private static java.util.function.Supplier<String> attempts(List<RuntimeException> failures) {
        Deque<RuntimeException> left = new ArrayDeque<>(failures);
        return () -> {
            if (!left.isEmpty()) {
                throw left.remove();
            }
            return "there";
        };
    }
}
