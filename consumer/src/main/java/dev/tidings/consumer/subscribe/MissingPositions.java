package dev.tidings.consumer.subscribe;

import dev.tidings.consumer.subscribe.internal.CommitNote;
import dev.tidings.consumer.subscribe.internal.GroupPositions;
import dev.tidings.kafka.settings.SettingsException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partitions in which a group has no position. One that was added to the topic after the group began holds nothing that
 * the group has had. In any other the group is new, or Kafka has forgotten its position: whether to begin with history
 * or with what comes is then a person's choice, and is told.
 */
final class MissingPositions {

    private static final Logger LOG = LoggerFactory.getLogger(MissingPositions.class);
    private static final String PARTITIONS = "partitions";

    private final String group;
    private final SubscriptionStart start;

    MissingPositions(String group, SubscriptionStart start) {
        this.group = group;
        this.start = start;
    }

    /** Returns the note by which it is known later how many partitions the group knew. */
    static CommitNote noteOfPartitions(int count) {
        return new CommitNote(CommitNote.SUBSCRIPTION, Map.of(PARTITIONS, String.valueOf(count)));
    }

    /**
     * Returns those of the partitions that were added after the group began, which are read from their beginning.
     *
     * @param missing partitions without a position
     * @param positions of the group
     * @throws SettingsException when there are others among them, and nobody has said where to begin
     */
    Set<TopicPartition> partitionsAdded(Set<TopicPartition> missing, GroupPositions positions) {
        Set<TopicPartition> added = missing.stream()
                .filter(partition -> partition.partition() >= knownCount(partition.topic(), positions))
                .filter(partition -> hasPosition(partition.topic(), positions))
                .collect(Collectors.toSet());
        Set<TopicPartition> others = new HashSet<>(missing);
        others.removeAll(added);
        if (!added.isEmpty()) {
            LOG.info("{} came after group {} began; it reads them from their beginning", names(added), group);
        }
        if (!others.isEmpty()) {
            tellOrRefuse(others, positions);
        }
        return added;
    }

    private void tellOrRefuse(Set<TopicPartition> others, GroupPositions positions) {
        String place = positions.notes().isEmpty() ? "" : " in " + names(others);
        String cause = "group " + group + " has no position" + place + ": it is new, or Kafka has forgotten it, which"
                + " brokers do after 7 days without a member (offsets.retention.minutes)";
        if (start instanceof SubscriptionStart.Committed) {
            throw new SettingsException(
                    cause + "; say where it begins: --since beginning, now or a time (in Java startingAt)");
        }
        LOG.warn("{}; it begins at {}", cause, start);
    }

    private static boolean hasPosition(String topic, GroupPositions positions) {
        return positions.notes().keySet().stream()
                .anyMatch(partition -> partition.topic().equals(topic));
    }

    /** How many partitions the group knew, by its notes; without notes those up to the last that has a position. */
    private static int knownCount(String topic, GroupPositions positions) {
        return positions.notes().entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .mapToInt(entry -> Math.max(entry.getKey().partition() + 1, notedCount(entry.getValue())))
                .max()
                .orElse(0);
    }

    private static int notedCount(CommitNote note) {
        try {
            return note.findField(PARTITIONS).map(Integer::parseInt).orElse(0);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static SortedSet<String> names(Set<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
