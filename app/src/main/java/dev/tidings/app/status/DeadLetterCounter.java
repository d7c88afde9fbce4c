package dev.tidings.app.status;

import dev.tidings.kafka.admin.LogReader;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Counts the dead letters of the last hour. */
final class DeadLetterCounter {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private DeadLetterCounter() {}

    /**
     * Counts them, as far as a few seconds reach.
     *
     * @param now by the broker's clock, as are the times of the records
     */
    static long countRecent(TopicAdmin broker, LogReader log, Topic deadLetters, TopicLogs logs, Instant now) {
        List<TopicPartition> partitions = logs.partitionsOf(List.of(deadLetters));
        long since = now.minus(PERIOD).toEpochMilli();
        Map<TopicPartition, Long> starts = new HashMap<>();
        broker.awaitAnswer(broker.adminClient()
                        .listOffsets(partitions.stream()
                                .collect(Collectors.toMap(
                                        partition -> partition, partition -> OffsetSpec.forTimestamp(since))))
                        .all())
                .forEach((partition, first) -> {
                    // Below zero: there is none so young.
                    if (first.offset() >= 0) {
                        starts.put(partition, first.offset());
                    }
                });
        AtomicLong count = new AtomicLong();
        log.readStretches(
                starts,
                logs.ends(),
                record -> {
                    if (record.value() != null) {
                        count.incrementAndGet();
                    }
                },
                LIMIT);
        return count.get();
    }
}
