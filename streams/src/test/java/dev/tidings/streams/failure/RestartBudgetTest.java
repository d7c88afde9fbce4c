package dev.tidings.streams.failure;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.serde.RegistryUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {

    private final List<String> ends = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private boolean nameTaken;
    private final RestartBudget budget = new RestartBudget("analyse", () -> now, () -> nameTaken, ends::add);

    @Test
    void theSixthDeathWithinTenMinutesEndsTheProcess() {
        for (int death = 1; death <= 5; death++) {
            assertThat(budget.handle(fault())).isEqualTo(REPLACE_THREAD);
        }
        assertThat(ends).isEmpty();
        assertThat(budget.handle(fault())).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(ends)
                .containsExactly("analyse stops: its threads died 6 times within 10 minutes, at last of "
                        + "IllegalStateException: broken");
    }

    @Test
    void deathsLongAgoAreForgotten() {
        for (int death = 1; death <= 50; death++) {
            assertThat(budget.handle(fault())).isEqualTo(REPLACE_THREAD);
            now = now.plus(Duration.ofMinutes(3));
        }
    }

    @Test
    void waitingForTheRegistryCostsNothing() {
        for (int turn = 1; turn <= 50; turn++) {
            assertThat(budget.handle(new StreamsException(new RegistryUnavailableException("silent", null))))
                    .isEqualTo(REPLACE_THREAD);
        }
    }

    @Test
    void aThreadThatItsGroupHasShutOutIsReplacedWhereNobodyElseHasItsName() {
        for (int time = 1; time <= RestartBudget.RESTARTS; time++) {
            assertThat(budget.handle(shutOut())).isEqualTo(REPLACE_THREAD);
        }
        assertThat(ends).isEmpty();

        assertThat(budget.handle(shutOut())).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(ends).singleElement().asString().contains("6 times", "no other process is known to have its name");
    }

    @Test
    void aThreadWhoseNameAnotherProcessHasEndsTheProcessAtOnce() {
        nameTaken = true;

        assertThat(budget.handle(shutOut())).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(ends)
                .singleElement()
                .asString()
                .startsWith("analyse stops: another process")
                .contains("--instance")
                .doesNotContain("\n");
    }

    @Test
    void whatAnotherThreadWouldMeetAgainEndsTheProcessAtOnce() {
        assertThat(budget.handle(new MissingSourceTopicException("x"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(budget.handle(new StreamsException(new TopicAuthorizationException("raw"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(budget.handle(new StreamsException(new RemadeTopicException("raw", 2, 0, 41))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(ends)
                .hasSize(3)
                .allSatisfy(
                        line -> assertThat(line).startsWith("analyse stops: ").doesNotContain("\n"));
        assertThat(ends.get(2)).contains("raw-2", "made anew");
    }

    private static Throwable shutOut() {
        return new StreamsException(new FencedInstanceIdException("another consumer has registered"));
    }

    private static Throwable fault() {
        return new StreamsException(new IllegalStateException("broken\nat several places"));
    }
}
