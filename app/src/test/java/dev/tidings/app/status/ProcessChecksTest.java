package dev.tidings.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.health.ReceivedHeartbeat;
import dev.tidings.schemas.DiskSpace;
import dev.tidings.schemas.Heartbeat;
import dev.tidings.schemas.ProcessState;
import dev.tidings.schemas.RestoreState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final long GIGABYTE = 1L << 30;

    @Test
    void aProcessThatWorksIsNoFinding() {
        assertThat(findings(heard(ProcessState.READY, 4))).isEmpty();
    }

    @Test
    void whoIsSilentForThreeHeartbeatsAndSomeSecondsIsMissed() {
        assertThat(findings(heard(ProcessState.READY, 20))).isEmpty();
        assertThat(findings(heard(ProcessState.READY, 21)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.found()).endsWith(" for 21 s"));
    }

    @Test
    void oneWhoseWorkOthersDoIsNoFailure() {
        ReceivedHeartbeat silent = heard(ProcessState.READY, 60);

        assertThat(new ProcessChecks(NOW, Set.of("tidings-sink")).findFaults(silent, ProcessStatus.of(silent, NOW)))
                .extracting(Finding::level)
                .containsExactly(Finding.Level.FAIL);
        assertThat(new ProcessChecks(NOW, Set.of("tidings-dedup")).findFaults(silent, ProcessStatus.of(silent, NOW)))
                .extracting(Finding::level)
                .containsExactly(Finding.Level.WARN);
    }

    @Test
    void anEndIsNoSilence() {
        assertThat(findings(heard(ProcessState.STOPPED, 3_600))).isEmpty();
        assertThat(findings(heard(ProcessState.FAILED, 3_600)))
                .extracting(Finding::found)
                .containsExactly("it ended: the store is locked");
    }

    @Test
    void aShortWaitIsNoFailureAndALongOneIs() {
        assertThat(findings(waiting(14, List.of()))).extracting(Finding::level).containsExactly(Finding.Level.WARN);
        assertThat(findings(waiting(15, List.of())))
                .containsExactly(Finding.fail(
                        "sink/main", "the store is locked, for 15 s", "it goes on by itself when that is put right"));
    }

    @Test
    void aRestoreMayTakeItsTime() {
        assertThat(findings(waiting(600, List.of(new RestoreState("dedup", 1L, 2L)))))
                .extracting(Finding::level)
                .containsExactly(Finding.Level.WARN);
    }

    @Test
    void whatEndedADayAgoIsHistory() {
        ProcessChecks checks = new ProcessChecks(NOW, Set.of());

        assertThat(checks.isOfInterest(heard(ProcessState.STOPPED, 86_399))).isTrue();
        assertThat(checks.isOfInterest(heard(ProcessState.STOPPED, 86_400))).isFalse();
    }

    @Test
    void aDiskThatGetsFullIsToldBeforeItIs() {
        assertThat(findings(onDisk(30 * GIGABYTE, 100 * GIGABYTE))).isEmpty();
        assertThat(findings(onDisk(2 * GIGABYTE, 10 * GIGABYTE))).isEmpty();
        assertThat(findings(onDisk(2 * GIGABYTE, 100 * GIGABYTE)))
                .containsExactly(Finding.warn("sink/main", "2.0 GB free for /srv/store", "make room"));
        assertThat(findings(onDisk(GIGABYTE / 8, GIGABYTE)))
                .extracting(Finding::level)
                .containsExactly(Finding.Level.FAIL);
    }

    private static List<Finding> findings(ReceivedHeartbeat received) {
        return new ProcessChecks(NOW, Set.of()).findFaults(received, ProcessStatus.of(received, NOW));
    }

    private static ReceivedHeartbeat heard(ProcessState state, long secondsAgo) {
        return received(beat(state), secondsAgo);
    }

    private static ReceivedHeartbeat waiting(long seconds, List<RestoreState> restores) {
        return received(
                beat(ProcessState.WAITING)
                        .setStateSince(NOW.minusSeconds(seconds))
                        .setRestores(restores),
                0);
    }

    private static ReceivedHeartbeat onDisk(long free, long total) {
        return received(beat(ProcessState.READY).setDisks(List.of(new DiskSpace("/srv/store", free, total))), 0);
    }

    private static Heartbeat.Builder beat(ProcessState state) {
        boolean hasReason = state == ProcessState.WAITING || state == ProcessState.FAILED;
        return Heartbeat.newBuilder()
                .setProcess("sink/main")
                .setState(state)
                .setObstacles(hasReason ? List.of("the store is locked") : List.of())
                .setGroups(List.of("tidings-sink"))
                .setIntervalMillis(Duration.ofSeconds(5).toMillis());
    }

    private static ReceivedHeartbeat received(Heartbeat.Builder beat, long secondsAgo) {
        Instant time = NOW.minusSeconds(secondsAgo);
        return new ReceivedHeartbeat(beat.setSent(time).setStarted(time).build(), time);
    }
}
