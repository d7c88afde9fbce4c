package dev.tidings.streams.replay.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.ReplayRun;
import dev.tidings.streams.replay.plan.ReplayPlan.Range;
import dev.tidings.streams.replay.run.RunRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayPlanTest {

    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Map<String, String> VERSIONS = Map.of("sketch", "fold1/w4", "dedup.window.near", "P7D");

    private final ReplayPlan plan = new ReplayPlan(Map.of(0, new Range(10, 20, 30), 1, new Range(5, 5, 5)));

    @Test
    void readsFromTheWarmUpToJustBeforeTheEndAndWritesFromTheStart() {
        assertThat(plan.includesSource(0, 9)).isFalse();
        assertThat(plan.includesSource(0, 10)).isTrue();
        assertThat(plan.writesOutput(0, 19)).isFalse();
        assertThat(plan.writesOutput(0, 20)).isTrue();
        assertThat(plan.includesSource(0, 29)).isTrue();
        assertThat(plan.includesSource(0, 30)).isFalse();
        assertThat(plan.writesOutput(0, 30)).isFalse();
    }

    @Test
    void readsNothingOfAPartitionThatCameLater() {
        assertThat(plan.includesSource(7, 0)).isFalse();
        assertThat(plan.writesOutput(7, 0)).isFalse();
        assertThat(plan.passed(7, Map.of())).isTrue();
    }

    @Test
    void hasPassedAPartitionWhenItsLastRecordIsCommitted() {
        assertThat(plan.passed(0, Map.of())).isFalse();
        assertThat(plan.passed(0, Map.of(0, 29L))).isFalse();
        assertThat(plan.passed(0, Map.of(0, 30L))).isTrue();
        assertThat(plan.passed(0, Map.of(0, 31L))).isTrue();
        assertThat(plan.passed(1, Map.of())).isTrue();
    }

    @Test
    void countsWhatIsPassedOfWhatIsRead() {
        assertThat(plan.offsetCount()).isEqualTo(20);
        assertThat(plan.passed(Map.of())).isZero();
        assertThat(plan.passed(Map.of(0, 14L, 1, 5L))).isEqualTo(4);
        assertThat(plan.passed(Map.of(0, 1_000L, 1, 1_000L))).isEqualTo(20);
    }

    @Test
    void refusesOffsetsInAnotherOrder() {
        assertThatThrownBy(() -> new Range(5, 4, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Range(5, 7, 6)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comesBackFromItsRecordAsItWas() {
        ReplayRequest request = new ReplayRequest(
                "may", Optional.of(MAY.plusNanos(1_234_567)), Optional.of(JUNE), Optional.of(Duration.ofDays(30)));

        ReplayRun run = RunRecords.begunRun(request, plan, VERSIONS);

        assertThat(RunRecords.planOf(run)).isEqualTo(plan);
        assertThat(RunRecords.requestOf(run)).isEqualTo(request);
    }

    @Test
    void refusesTheNameOfARunOfAnotherRangeOrOfOtherVersions() {
        ReplayRequest all = new ReplayRequest("may", Optional.empty(), Optional.empty(), Optional.empty());
        ReplayRequest may = new ReplayRequest("may", Optional.of(MAY), Optional.of(JUNE), Optional.empty());
        ReplayRun run = RunRecords.begunRun(may, plan, VERSIONS);

        RunRecords.checkSameRange(run, may);
        RunRecords.checkSameVersions(run, VERSIONS);
        assertThatThrownBy(() -> RunRecords.checkSameRange(run, all))
                .isInstanceOf(SettingsException.class)
                .hasMessage("run may is from 2026-05-01T00:00:00Z to 2026-06-01T00:00:00Z, warm-up from the beginning,"
                        + " not from the beginning to the end, warm-up from the beginning; give this one another"
                        + " --name, or 'tidings replay drop may' first");
        assertThatThrownBy(() -> RunRecords.checkSameVersions(run, Map.of("sketch", "fold2/w4")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("sketch fold1/w4, now fold2/w4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "May", "a.b", "a_b", "a/b", "12345678901234567890123456789012345678901"})
    void refusesANameThatIsNone(String name) {
        assertThatThrownBy(() -> new ReplayRequest(name, Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("a-z, 0-9 and '-'");
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> new ReplayRequest("may", Optional.of(JUNE), Optional.of(MAY), Optional.empty()))
                .isInstanceOf(SettingsException.class);
    }
}
