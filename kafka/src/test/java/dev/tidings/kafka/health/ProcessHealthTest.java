package dev.tidings.kafka.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.ProcessState;
import dev.tidings.schemas.RestoreState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessHealthTest {

    private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");

    private Instant now = START;
    private List<String> obstacles = List.of();
    private final ProcessHealth health = new ProcessHealth(() -> now);

    @Test
    void aProcessIsStartingUntilItHasAllItNeeds() {
        assertThat(health.report().state()).isEqualTo(ProcessState.STARTING);

        start();

        assertThat(health.report().state()).isEqualTo(ProcessState.READY);
    }

    @Test
    void whatKeepsItFromWorkingIsTellableWithSinceWhen() {
        start();
        health.report();
        obstacles = List.of("the registry does not answer");
        now = START.plusSeconds(5);
        health.report();
        now = START.plusSeconds(20);

        ProcessReport report = health.report();

        assertThat(report.state()).isEqualTo(ProcessState.WAITING);
        assertThat(report.since()).isEqualTo(START.plusSeconds(5));
        assertThat(report.obstacles()).containsExactly("the registry does not answer");
    }

    @Test
    void whatItRestoresIsToldWhileItLives() {
        RestoreState restore = new RestoreState("dedup", 1L, 2L);
        health.noteStart(List::of, () -> List.of(restore));
        assertThat(health.report().restores()).containsExactly(restore);

        health.noteStop();

        assertThat(health.report().restores()).isEmpty();
    }

    @Test
    void theFirstFailureIsItsLastWord() {
        start();
        health.noteFailure("the disk is broken");
        health.noteFailure("and so is all else");
        health.noteStop();

        assertThat(health.report().state()).isEqualTo(ProcessState.FAILED);
        assertThat(health.report().obstacles()).containsExactly("the disk is broken");
    }

    @Test
    void whatGoesWrongInAnOrderlyEndIsNoFailure() {
        start();
        health.noteStop();
        health.noteFailure("interrupted");

        assertThat(health.report().state()).isEqualTo(ProcessState.STOPPED);
        assertThat(health.report().obstacles()).isEmpty();
    }

    private void start() {
        health.noteStart(() -> obstacles, List::of);
    }
}
