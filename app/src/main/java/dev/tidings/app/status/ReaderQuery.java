package dev.tidings.app.status;

import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Who reads the topics of an installation, and how far behind. */
final class ReaderQuery {
    private final TopicLogs logs;
    private final Map<String, GroupPicture> groups;
    private final LagCounter lags;
    private final Instant now;

    /**
     * Makes the query.
     *
     * @param groups of the cluster, by name
     * @param now by the broker's clock
     */
    ReaderQuery(TopicLogs logs, Map<String, GroupPicture> groups, LagCounter lags, Instant now) {
        this.logs = logs;
        this.groups = groups;
        this.lags = lags;
        this.now = now;
    }

    /** Returns the stages of an installation and everybody else who reads of it, stages first. */
    static List<KnownReader> knownReaders(Topics topics, Map<String, GroupPicture> groups) {
        List<KnownReader> readers = new ArrayList<>(KnownReader.stages(topics));
        groups.forEach((name, group) -> {
            List<Topic> read = topics.allTopics().stream()
                    .filter(topic -> group.knowsTopic(topic.name()))
                    .toList();
            KnownReader.ofGroup(name, read, topics).ifPresent(readers::add);
        });
        return readers;
    }

    /** Returns how a reader stands. */
    ReaderStatus statusOf(KnownReader reader) {
        GroupPicture group = pictureOf(reader);
        List<TopicPartition> partitions = logs.partitionsOf(reader.topics());
        Set<TopicPartition> unread = new HashSet<>(partitions);
        unread.removeAll(group.assigned());
        Lag lag = lags.countWaiting(positions(reader, partitions, group), logs.ends());
        return new ReaderStatus(
                reader.name(),
                reader.group(),
                reader.kind().name().toLowerCase(Locale.ROOT),
                reader.topics().stream().map(Topic::name).toList(),
                partitions.size(),
                unread.size(),
                group.members(),
                lag.records(),
                lag.exact(),
                secondsBehind(lag.oldest()));
    }

    GroupPicture pictureOf(KnownReader reader) {
        return Optional.ofNullable(groups.get(reader.group())).orElse(GroupPicture.NONE);
    }

    /** A stage or a sink without a position begins at the beginning; where somebody else would is not known. */
    private Map<TopicPartition, Long> positions(
            KnownReader reader, List<TopicPartition> partitions, GroupPicture group) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Long committed = group.positions().get(partition);
            if (committed != null) {
                positions.put(partition, Math.max(committed, logs.beginningOf(partition)));
            } else if (reader.kind() != KnownReader.Kind.SUBSCRIBER) {
                positions.put(partition, logs.beginningOf(partition));
            }
        }
        return positions;
    }

    private long secondsBehind(Optional<Instant> oldest) {
        return oldest.map(time -> Math.max(0, Duration.between(time, now).toSeconds()))
                .orElse(0L);
    }
}
