package dev.tidings.streams.recovery;

import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topic;
import dev.tidings.streams.recovery.TopicLogs.Span;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells whether the raw topic is the one whose positions stand in memory and output. One that was deleted and made anew
 * has other articles at them, or none; the same positions must not be compared then.
 */
final class RawIdentityCheck {

    private final Topic topic;
    private final TopicLogs logs;
    private final EventReader events;

    RawIdentityCheck(Topic raw, TopicLogs logs, EventReader events) {
        this.topic = raw;
        this.logs = logs;
        this.events = events;
    }

    /**
     * Refuses a topic that was made anew.
     *
     * @param known raw records that later topics name, in order. The first counts: a topic that lost its end still has
     *     it, and of one that was made anew the last may have been read
     * @throws SettingsException when it does not hold it where it is said to stand
     */
    void requireSameTopic(List<RawReference> known) {
        known.stream()
                .filter(reference -> !isTrimmed(reference))
                .findFirst()
                .filter(first -> !holdsRecord(first))
                .ifPresent(gone -> {
                    throw new SettingsException("topic " + topic.name() + " was deleted and made anew: it does not hold"
                            + " the article that later topics name at " + gone + ", and old positions must not be"
                            + " taken for new ones; begin with another topic.prefix and data folder, or delete the"
                            + " other topics and groups of this prefix and the folder state/, and publish again");
                });
    }

    /** A record that was trimmed away tells nothing. */
    private boolean isTrimmed(RawReference reference) {
        return spanOf(reference)
                .filter(span -> reference.offset() < span.begin())
                .isPresent();
    }

    private boolean holdsRecord(RawReference reference) {
        Span one = new Span(reference.offset(), reference.offset() + 1);
        return spanOf(reference)
                .filter(span -> span.contains(reference.offset()))
                .filter(span -> logs.findAll(
                                partitionOf(reference), one, record -> Optional.of(isSame(record, reference)))
                        .contains(true))
                .isPresent();
    }

    /** Returns what raw holds in the partition of a record; empty when there is no such partition. */
    private Optional<Span> spanOf(RawReference reference) {
        TopicPartition partition = partitionOf(reference);
        return logs.partitionsOf(topic).contains(partition) ? Optional.of(logs.spanOf(partition)) : Optional.empty();
    }

    private TopicPartition partitionOf(RawReference reference) {
        return new TopicPartition(topic.name(), reference.partition());
    }

    /** The time of arrival tells two topics apart by itself where a record cannot be read. */
    private boolean isSame(ConsumerRecord<byte[], byte[]> record, RawReference reference) {
        return record.timestamp() == reference.time()
                && events.readRaw(record).map(raw -> raw.equals(reference)).orElse(true);
    }
}
