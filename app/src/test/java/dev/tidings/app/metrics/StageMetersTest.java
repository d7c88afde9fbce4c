package dev.tidings.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StageMetersTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StageMeters meters = new StageMeters(registry, () -> NOW);

    @Test
    void ofManySourcesTheFirstHundredAreToldApartAndTheRestIsOther() {
        for (int source = 0; source < 1_000; source++) {
            meters.articleDecided("NEW", true, "source-" + source, NOW.toEpochMilli());
        }

        assertThat(registry.find("tidings.source.articles").counters()).hasSize(BoundedTag.MAX_VALUES + 1);
        assertThat(sourceCount("source-99")).isEqualTo(1);
        assertThat(sourceCount("other")).isEqualTo(900);
    }

    @Test
    void freshnessIsFromTheBrokersTimeToNow() {
        meters.articleDecided("NEW", true, "a", NOW.minusSeconds(3).toEpochMilli());
        meters.articleDecided("EXACT", false, "a", NOW.plusSeconds(1).toEpochMilli());

        assertThat(registry.get("tidings.freshness").timer().max(TimeUnit.SECONDS))
                .isEqualTo(3);
        assertThat(registry.get("tidings.freshness").timer().totalTime(TimeUnit.SECONDS))
                .as("an article of a clock that is ahead is fresh")
                .isEqualTo(3);
        assertThat(registry.get("tidings.verdicts")
                        .tags("verdict", "EXACT", "published", "false")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theAgeOfWhatAStageHasTakenIsThatOfTheLast() {
        assertThat(meters.ageOfNewest("dedup")).isZero();

        meters.recordTaken("dedup", NOW.minusSeconds(60).toEpochMilli());
        meters.recordTaken("dedup", NOW.minusSeconds(40).toEpochMilli());

        assertThat(meters.ageOfNewest("dedup")).isEqualTo(Duration.ofSeconds(40));
        assertThat(registry.get("tidings.records")
                        .tag("stage", "dedup")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void deadLettersAreCountedByStepAndReason() {
        meters.deadLettered("decode", "undecodable");
        meters.deadLettered("decode", "undecodable");

        assertThat(registry.get("tidings.dead.letters")
                        .tags("step", "decode", "reason", "undecodable")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    private double sourceCount(String source) {
        Counter counter =
                registry.get("tidings.source.articles").tag("source", source).counter();
        return counter.count();
    }
}
