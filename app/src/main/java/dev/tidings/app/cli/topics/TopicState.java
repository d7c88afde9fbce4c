package dev.tidings.app.cli.topics;

import dev.tidings.app.cli.output.HumanText;
import java.time.Duration;
import java.util.List;

/**
 * One topic as it stands on the broker.
 *
 * @param topic its name
 * @param exists whether the broker has it; if not, the rest is empty
 * @param partitions how many
 * @param cleanup {@code delete} or {@code compact}
 * @param retentionMs age in milliseconds at which records are deleted; negative for never
 * @param bytes on the disks of all replicas
 * @param endOffsets of the partitions, in their order; transaction markers count
 */
record TopicState(
        String topic,
        boolean exists,
        int partitions,
        String cleanup,
        long retentionMs,
        long bytes,
        List<Long> endOffsets) {
    static TopicState missingTopic(String topic) {
        return new TopicState(topic, false, 0, "", 0, 0, List.of());
    }

    String retentionText() {
        if (!exists) {
            return "";
        }
        if (cleanup.equals("compact")) {
            return "newest of each key";
        }
        return retentionMs < 0 ? "forever" : HumanText.durationText(Duration.ofMillis(retentionMs));
    }
}
