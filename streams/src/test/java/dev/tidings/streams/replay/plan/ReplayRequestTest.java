package dev.tidings.streams.replay.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.kafka.settings.SettingsException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayRequestTest {

    private static final Optional<Instant> MAY = Optional.of(Instant.parse("2026-05-01T00:00:00Z"));

    @Test
    void timesThatNoRecordCanHaveAreRefusedWithTheRange() {
        assertThatThrownBy(() -> new ReplayRequest("may", Optional.of(Instant.MIN), MAY, Optional.empty()))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("--from ")
                .hasMessageEndingWith("give a time from 1970-01-01 to 9999-12-31");
        assertThatThrownBy(() -> new ReplayRequest("may", MAY, Optional.of(Instant.MAX), Optional.empty()))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("--to ");
    }

    @Test
    void aWarmUpThatReachesBeforeAllRecordsIsRefused() {
        assertThatThrownBy(() ->
                        new ReplayRequest("may", MAY, Optional.empty(), Optional.of(Duration.ofDays(9_999_999_999L))))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("--warm-up ");
        assertThatThrownBy(() -> new ReplayRequest("may", MAY, Optional.empty(), Optional.of(Duration.ofDays(20_600))))
                .isInstanceOf(SettingsException.class)
                .hasMessageEndingWith("give a time from 1970-01-01 to 9999-12-31");
        assertThat(new ReplayRequest("may", MAY, Optional.empty(), Optional.of(Duration.ofDays(20_500))).warmUp())
                .contains(Duration.ofDays(20_500));
    }
}
