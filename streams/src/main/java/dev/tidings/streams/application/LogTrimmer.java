package dev.tidings.streams.application;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.schemas.Topic;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the beginning of a log of one partition: what lies behind every window and has been read. Time retention
 * would not do: by the time of a record it would delete history that was just replayed into the log, before anybody
 * has read it.
 */
final class LogTrimmer {

    private static final Logger LOG = LoggerFactory.getLogger(LogTrimmer.class);

    /**
     * What of a log has to stay.
     *
     * @param log the topic, of one partition
     * @param group who reads it
     * @param time record time before which nothing is needed, in milliseconds since 1970
     */
    record Horizon(Topic log, String group, long time) {}

    private final TopicAdmin admin;

    /** Makes one; the connection stays the caller's. */
    LogTrimmer(TopicAdmin admin) {
        this.admin = admin;
    }

    /**
     * Deletes what lies before a horizon and has been read. The end of a transaction stands in the log with the time at
     * which it was committed, so what came to the log late stays as much longer.
     */
    void trimLog(Horizon horizon) {
        TopicPartition partition = new TopicPartition(horizon.log().name(), 0);
        long start = offsetOf(partition, OffsetSpec.earliest());
        long kept = firstKept(
                start,
                offsetOf(partition, OffsetSpec.forTimestamp(Math.max(0, horizon.time()))),
                committedBy(horizon.group(), partition));
        if (kept > start) {
            admin.awaitAnswer(admin.adminClient()
                    .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(kept)))
                    .all());
            LOG.info(
                    "{}: deleted offsets {} to {}, which no window reaches: their time is before {}",
                    partition.topic(),
                    start,
                    kept - 1,
                    Instant.ofEpochMilli(horizon.time()));
        }
    }

    /**
     * Returns the first offset that has to stay.
     *
     * @param start where the log begins
     * @param reached first offset that a window reaches; below 0 when none is known
     * @param committed up to where the log has been read
     */
    static long firstKept(long start, long reached, long committed) {
        return reached < 0 ? start : Math.max(start, Math.min(reached, committed));
    }

    private long offsetOf(TopicPartition partition, OffsetSpec spec) {
        return admin.awaitAnswer(
                        admin.adminClient().listOffsets(Map.of(partition, spec)).partitionResult(partition))
                .offset();
    }

    private long committedBy(String group, TopicPartition partition) {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.awaitAnswer(
                admin.adminClient().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return Optional.ofNullable(committed.get(partition))
                .map(OffsetAndMetadata::offset)
                .orElse(0L);
    }
}
