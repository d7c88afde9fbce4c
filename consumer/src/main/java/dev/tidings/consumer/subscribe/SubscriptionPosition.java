package dev.tidings.consumer.subscribe;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.subscribe.internal.PartitionLog;
import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.TopicAdmin;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a subscription reads on: where its group stands, else where the request says. */
final class SubscriptionPosition {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionPosition.class);

    private final String name;
    private final SubscriptionStart start;
    private final TopicAdmin broker;

    /**
     * Makes one.
     *
     * @param name group of the subscription, for messages
     * @param start where to read from when the group has no position
     * @param broker stays the caller's
     */
    public SubscriptionPosition(String name, SubscriptionStart start, TopicAdmin broker) {
        this.name = name;
        this.start = start;
        this.broker = broker;
    }

    Map<TopicPartition, Long> positionOf(Map<TopicPartition, PartitionLog> logs) {
        Map<TopicPartition, OptionalLong> atTime = atTime(logs);
        Map<TopicPartition, Long> starts = new HashMap<>();
        logs.forEach((partition, log) -> starts.put(
                partition,
                log.committed().isPresent()
                        ? committedOffset(partition, log.committed().getAsLong(), log)
                        : start.startOffset(
                                log.start(), log.end(), atTime.getOrDefault(partition, OptionalLong.empty()))));
        return starts;
    }

    private long committedOffset(TopicPartition partition, long committed, PartitionLog log) {
        if (committed > log.end()) {
            throw new SubscriptionException(
                    "group " + name + " stands at offset " + committed + " of " + partition + ", but that ends at "
                            + log.end()
                            + ": the topic was made anew or lost records; take another group, or reset this "
                            + "one with 'kafka-consumer-groups.sh --reset-offsets'",
                    null);
        }
        if (committed < log.start()) {
            LOG.warn(
                    "offsets {} to {} of {} were deleted from Kafka before group {} read them",
                    committed,
                    log.start() - 1,
                    partition,
                    name);
        }
        return Math.max(committed, log.start());
    }

    private Map<TopicPartition, OptionalLong> atTime(Map<TopicPartition, PartitionLog> logs) {
        if (start.time().isEmpty()) {
            return Map.of();
        }
        OffsetSpec time = OffsetSpec.forTimestamp(start.time().get().toEpochMilli());
        Map<TopicPartition, OffsetSpec> wanted = logs.entrySet().stream()
                .filter(log -> log.getValue().committed().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, log -> time));
        Map<TopicPartition, OptionalLong> found = new HashMap<>();
        try {
            broker.awaitAnswer(broker.adminClient().listOffsets(wanted).all())
                    .forEach((partition, offset) -> found.put(partition, presentOffset(offset.offset())));
        } catch (DependencyUnreachableException e) {
            throw new RetryLaterException(String.valueOf(e.getMessage()), e);
        }
        return found;
    }

    private static OptionalLong presentOffset(long offset) {
        return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
    }
}
