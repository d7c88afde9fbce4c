package dev.tidings.streams.replay.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes the unordered articles of a run to its analysed topic in the order of {@link SourceOrderMerge}, exactly once:
 * records and the offsets up to which they were read are one transaction, and a new merger goes on from those offsets.
 * For one thread.
 *
 * <p>Analyse writes no record for a raw record that it cannot read, so the last one of a partition need not come out of
 * it, and after the last record that does come there is nothing to wait for but a transaction marker. Therefore
 * a partition is closed by two observations in this order: analyse has committed raw up to the frozen end; then,
 * everything before the end that its partition of the unordered topic had after that has been read. Commit and records
 * are one transaction, so no record of it can come later.
 */
final class Merger implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    /** Beyond this a partition waits for the others; a few articles of the largest size. */
    private static final long MAX_BUFFERED_BYTES = 32L * 1024 * 1024;

    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final AnalysedEnds unordered;
    private final String analysed;
    private final List<TopicPartition> partitions;
    private final SourceOrderMerge<ConsumerRecord<byte[], byte[]>> sourceOrderMerge;
    private final Map<Integer, Long> ends = new HashMap<>();
    private final Map<Integer, Long> bytes = new HashMap<>();

    /**
     * Makes the merger; a former merger of the run is fenced, and what it had not committed is gone.
     *
     * @param consumer of committed records, with the group of the merger; closed with this
     * @param producer with the transactional id of the merger; closed with this
     * @param ends knows when a partition has got its last record
     * @param hop what is merged into what
     */
    Merger(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer, AnalysedEnds ends, Hop hop) {
        this.consumer = consumer;
        this.producer = producer;
        this.unordered = ends;
        this.analysed = hop.analysed();
        this.partitions = IntStream.range(0, hop.partitions())
                .mapToObj(partition -> new TopicPartition(hop.unordered(), partition))
                .toList();
        this.sourceOrderMerge = new SourceOrderMerge<>(hop.partitions());
        producer.initTransactions();
        seekToResume();
    }

    /**
     * What is merged into what.
     *
     * @param unordered topic to read
     * @param partitions number of its partitions
     * @param analysed topic to write, of one partition
     */
    record Hop(String unordered, int partitions, String analysed) {}

    private void seekToResume() {
        consumer.assign(partitions);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new java.util.HashSet<>(partitions));
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset.offset());
            }
        }
    }

    /** Returns whether everything up to the frozen end stands in the analysed topic. */
    boolean isDone() {
        return sourceOrderMerge.isDone();
    }

    /** Polls for a tenth of a second at most, and writes the records whose place in the order is certain. */
    void mergeStep() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            sourceOrderMerge.offerNext(record.partition(), record.timestamp(), record);
            bytes.merge(record.partition(), recordSize(record), Long::sum);
        }
        closeEnded();
        writeRecords(sourceOrderMerge.releaseReady());
        holdBack();
    }

    private void closeEnded() {
        Collection<Integer> unknown = sourceOrderMerge.lackingPartitions().stream()
                .filter(partition -> !ends.containsKey(partition))
                .toList();
        if (!unknown.isEmpty()) {
            ends.putAll(unordered.endsOf(unknown));
        }
        ends.forEach((partition, end) -> {
            if (consumer.position(partitions.get(partition)) >= end) {
                sourceOrderMerge.closePartition(partition);
            }
        });
    }

    private void writeRecords(List<ConsumerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        producer.beginTransaction();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            // A producer takes no time below 0, which a record of others may have. A send that fails fails the commit.
            long time = Math.max(0, record.timestamp());
            var unused = producer.send(new ProducerRecord<>(analysed, 0, time, record.key(), record.value()));
            next.put(partitions.get(record.partition()), new OffsetAndMetadata(record.offset() + 1));
            bytes.merge(record.partition(), -recordSize(record), Long::sum);
        }
        producer.sendOffsetsToTransaction(next, consumer.groupMetadata());
        producer.commitTransaction();
    }

    private void holdBack() {
        List<TopicPartition> full = new ArrayList<>();
        List<TopicPartition> others = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            (bytes.getOrDefault(partition.partition(), 0L) > MAX_BUFFERED_BYTES ? full : others).add(partition);
        }
        consumer.pause(full);
        consumer.resume(others);
    }

    private static long recordSize(ConsumerRecord<byte[], byte[]> record) {
        return (long) record.serializedKeySize() + record.serializedValueSize();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        consumer.close();
    }
}
