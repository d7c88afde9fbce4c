package dev.tidings.streams.recovery;

import dev.tidings.schemas.Topic;
import dev.tidings.streams.replay.plan.CommittedLog;
import dev.tidings.streams.replay.plan.ReplayKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The committed records of topics, and where their logs begin and end. For one thread. */
final class TopicLogs implements AutoCloseable {

    private final ReplayKafka kafka;
    private final Consumer<byte[], byte[]> consumer;
    private final CommittedLog log;

    TopicLogs(ReplayKafka kafka) {
        this.kafka = kafka;
        this.consumer = kafka.committedConsumer();
        this.log = new CommittedLog(consumer);
    }

    /**
     * A stretch of a partition.
     *
     * @param begin its first offset
     * @param end the offset after its last
     */
    record Span(long begin, long end) {

        boolean isEmpty() {
            return begin >= end;
        }

        boolean contains(long offset) {
            return offset >= begin && offset < end;
        }

        /** Returns whether records were deleted from its beginning. */
        boolean isTrimmed() {
            return begin > 0;
        }

        long clip(long offset) {
            return Math.max(begin, Math.min(end, offset));
        }
    }

    /** A record's offset and time. */
    record Place(long offset, long time) {}

    List<TopicPartition> partitionsOf(Topic topic) {
        return kafka.partitionsOf(topic);
    }

    /** Returns what a partition holds, up to the first transaction that is still open. */
    Span spanOf(TopicPartition partition) {
        List<TopicPartition> asked = List.of(partition);
        return new Span(
                kafka.beginningOffsets(asked).getOrDefault(partition, 0L),
                kafka.stableEnds(asked).getOrDefault(partition, 0L));
    }

    /** Returns where the log of a partition ends, records of open transactions included. */
    long endOf(TopicPartition partition) {
        return kafka.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** Returns whether nothing was ever written to a topic of one partition. */
    boolean isUntouched(String topic) {
        return endOf(new TopicPartition(topic, 0)) == 0;
    }

    /** Returns the first record that is not older than a time; transaction markers count as records. */
    Optional<Place> firstAt(TopicPartition partition, long time) {
        ListOffsetsResultInfo found = kafka.broker()
                .awaitAnswer(kafka.broker()
                        .adminClient()
                        .listOffsets(Map.of(partition, OffsetSpec.forTimestamp(Math.max(0, time))))
                        .partitionResult(partition));
        return found.offset() < 0 ? Optional.empty() : Optional.of(new Place(found.offset(), found.timestamp()));
    }

    /** Returns what the last record of a stretch holds of which something is found. */
    <T> Optional<T> findLast(
            TopicPartition partition, Span span, Function<ConsumerRecord<byte[], byte[]>, Optional<T>> finding) {
        return log.findLast(partition, span.begin(), span.end(), finding);
    }

    /** Returns what is found in the records of a stretch, in their order. */
    <T> List<T> findAll(
            TopicPartition partition, Span span, Function<ConsumerRecord<byte[], byte[]>, Optional<T>> finding) {
        List<T> found = new ArrayList<>();
        if (!span.isEmpty()) {
            log.readCommitted(
                    partition,
                    span.begin(),
                    span.end(),
                    record -> finding.apply(record).ifPresent(found::add));
        }
        return found;
    }

    /** Waits until every transaction in some topics is decided that is open now. */
    void awaitDecided(List<Topic> topics) {
        topics.stream()
                .flatMap(topic -> partitionsOf(topic).stream())
                .forEach(partition ->
                        log.readCommitted(partition, spanOf(partition).end(), endOf(partition), record -> {}));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
