package dev.tidings.consumer.subscribe;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.subscribe.internal.CommitNote;
import dev.tidings.consumer.subscribe.internal.GroupPositions;
import dev.tidings.consumer.subscribe.internal.PartitionLog;
import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.SettingsException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a subscription reads on: where its group stands, else where the request says. */
final class SubscriptionPosition {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionPosition.class);

    private final String name;
    private final boolean inGroup;
    private final SubscriptionStart start;
    private final TopicAdmin broker;
    private final MissingPositions missingPositions;
    private volatile CommitNote note = MissingPositions.noteOfPartitions(0);

    /**
     * Makes one.
     *
     * @param request what was asked for
     * @param broker stays the caller's
     */
    SubscriptionPosition(SubscriptionRequest request, TopicAdmin broker) {
        this.name = request.clientName();
        this.inGroup = request.group().isPresent();
        this.start = request.start();
        this.broker = broker;
        this.missingPositions = new MissingPositions(name, start);
    }

    /**
     * Returns where to read each partition on.
     *
     * @throws SettingsException when the group has no position and nobody has said where it begins, or is a sink's
     * @throws SubscriptionException when the topic is not the one that the group has read
     * @throws RetryLaterException when Kafka does not answer now
     */
    Map<TopicPartition, Long> positionOf(Map<TopicPartition, PartitionLog> logs) {
        try {
            return startsOf(logs, inGroup ? partitionsAdded(logs) : Set.of());
        } catch (DependencyUnreachableException e) {
            throw new RetryLaterException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns what is kept beside the group's offsets. */
    CommitNote commitNote() {
        return note;
    }

    private Set<TopicPartition> partitionsAdded(Map<TopicPartition, PartitionLog> logs) {
        GroupPositions positions = GroupPositions.ofGroup(broker, name);
        if (positions.isNotedBy(CommitNote.SINK)) {
            throw new SettingsException(
                    "group " + name + " is that of a sink, which would get nothing more; take" + " another group");
        }
        Set<TopicPartition> missing = logs.entrySet().stream()
                .filter(log -> log.getValue().committed().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<TopicPartition> added = missingPositions.partitionsAdded(missing, positions);
        note = MissingPositions.noteOfPartitions(partitionCount(logs.keySet()));
        return added;
    }

    private int partitionCount(Set<TopicPartition> partitions) {
        Set<String> topics = partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
        return GroupPositions.partitionCounts(broker, topics).values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private Map<TopicPartition, Long> startsOf(Map<TopicPartition, PartitionLog> logs, Set<TopicPartition> added) {
        Map<TopicPartition, OptionalLong> atTime = atTime(logs);
        Map<TopicPartition, Long> starts = new HashMap<>();
        logs.forEach((partition, log) -> {
            if (log.committed().isPresent()) {
                starts.put(partition, committedOffset(partition, log.committed().getAsLong(), log));
            } else if (added.contains(partition)) {
                starts.put(partition, log.start());
            } else {
                OptionalLong found = atTime.getOrDefault(partition, OptionalLong.empty());
                starts.put(partition, start.startOffset(log.start(), log.end(), found));
            }
        });
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
        broker.awaitAnswer(broker.adminClient().listOffsets(wanted).all())
                .forEach((partition, offset) -> found.put(partition, presentOffset(offset.offset())));
        return found;
    }

    private static OptionalLong presentOffset(long offset) {
        return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
    }
}
