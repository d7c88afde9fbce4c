package dev.tidings.streams.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {

    private static final TopicPartition KEYS = new TopicPartition("keys-changelog", 0);
    private static final TopicPartition SKETCHES = new TopicPartition("sketches-changelog", 0);

    private Instant now = Instant.EPOCH;
    private final List<RestoreSummary> summaries = new ArrayList<>();
    private final RestoreProgress progress = new RestoreProgress("dedup", () -> now, summaries::add);

    @Test
    void saysHowFarAllStoresAre() {
        assertThat(progress.describeProgress()).isEmpty();
        progress.onRestoreStart(KEYS, "keys", 100, 1_100);
        progress.onRestoreStart(SKETCHES, "sketches", 0, 500);
        progress.onBatchRestored(KEYS, "keys", 299, 150);
        assertThat(progress.describeProgress()).contains("restoring 200 of 1500 records");
        progress.onRestoreEnd(KEYS, "keys", 900);
        assertThat(progress.describeProgress()).contains("restoring 0 of 500 records");
        progress.onRestoreSuspended(SKETCHES, "sketches", 0);
        assertThat(progress.describeProgress()).isEmpty();
    }

    @Test
    void saysOnceWhatARestoreTookAndFromWhere() {
        progress.onRestoreStart(KEYS, "keys", 100, 1_100);
        progress.onRestoreStart(SKETCHES, "sketches", 400, 500);
        progress.onRestoreEnd(KEYS, "keys", 900);
        assertThat(summaries).isEmpty();
        now = now.plusMillis(1_234);
        progress.onRestoreEnd(SKETCHES, "sketches", 100);
        assertThat(summaries).containsExactly(new RestoreSummary("dedup", 1_000, 1_234, 500));
    }

    @Test
    void saysNothingWhereNothingHadToBeRestored() {
        progress.onRestoreStart(KEYS, "keys", 1_100, 1_100);
        progress.onRestoreEnd(KEYS, "keys", 0);
        assertThat(summaries).isEmpty();
    }

    @Test
    void theLineForPeopleCanBeReadBack() {
        RestoreSummary summary = new RestoreSummary("dedup", 1_000, 1_234, 500);
        assertThat(RestoreSummary.findIn("12:00:00.000 INFO  d.t.s.a.RunningTopology - " + summary))
                .contains(summary);
        assertThat(RestoreSummary.findIn("12:00:00.000 INFO  another line")).isEmpty();
    }
}
