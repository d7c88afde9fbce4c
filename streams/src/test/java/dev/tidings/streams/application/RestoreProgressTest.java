package dev.tidings.streams.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {

    private static final TopicPartition KEYS = new TopicPartition("keys-changelog", 0);
    private static final TopicPartition SKETCHES = new TopicPartition("sketches-changelog", 0);

    private final RestoreProgress progress = new RestoreProgress();

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
}
