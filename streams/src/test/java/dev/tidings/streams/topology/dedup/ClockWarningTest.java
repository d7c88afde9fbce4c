package dev.tidings.streams.topology.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.dedup.index.DeadLetteredVersion;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.index.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClockWarningTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> told = new ArrayList<>();
    private final ClockWarning warning = new ClockWarning(told::add);
    private Watermark clock = Watermark.unset();

    @Test
    void nothingIsSaidOfRecordsThatComeWithinADay() {
        take(NOW);
        take(NOW.plus(Duration.ofHours(23)));
        take(NOW.minus(Duration.ofDays(40)));

        assertThat(told).isEmpty();
    }

    @Test
    void aGapIsToldOnceHoweverManyRecordsItTakesToCatchUp() {
        take(NOW);
        for (int record = 0; record < 60; record++) {
            take(NOW.plus(Duration.ofDays(40)).plusSeconds(record));
        }

        assertThat(told)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("raw record 2@7 is of 2026-04-10T12:00:00Z, more than a day ahead of all before it "
                                + "(2026-03-01T12:00:00Z)")
                        .doesNotContain("\n"));
    }

    @Test
    void aWrongClockBesidesARightOneIsToldOnce() {
        for (int record = 0; record < 60; record++) {
            take(NOW.plusSeconds(record));
            take(NOW.plus(Duration.ofDays(365)).plusSeconds(record));
        }

        assertThat(told).hasSize(1);
    }

    @Test
    void oneThatIsFurtherAheadIsToldAgain() {
        take(NOW);
        take(NOW.plus(Duration.ofDays(40)));
        take(NOW.plus(Duration.ofDays(80)));

        assertThat(told).hasSize(2);
    }

    private void take(Instant time) {
        warning.recordTaken(
                clock,
                new MarkedRecord(
                        new DeadLetteredVersion(new SourcePosition(2, 7), time.toEpochMilli(), new UUID(1, 2), 1, 0)));
        clock = clock.afterRecord(2, time.toEpochMilli());
    }
}
