package dev.tidings.consumer.sink;

import dev.tidings.consumer.subscribe.internal.Batch;
import dev.tidings.consumer.subscribe.internal.BatchReceiver;
import dev.tidings.consumer.subscribe.internal.CommitNote;
import dev.tidings.consumer.subscribe.internal.PartitionLog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Tells of each batch that its receiver is done with. */
final class ObservedReceiver implements BatchReceiver {

    private final BatchReceiver receiver;
    private final SinkObserver observer;

    ObservedReceiver(BatchReceiver receiver, SinkObserver observer) {
        this.receiver = receiver;
        this.observer = observer;
    }

    @Override
    public long receiveBatch(Batch batch) {
        long start = System.nanoTime();
        long next = receiver.receiveBatch(batch);
        List<ConsumerRecord<byte[], byte[]>> done = batch.records().stream()
                .filter(record -> record.offset() < next)
                .toList();
        if (!done.isEmpty()) {
            long newest = done.get(done.size() - 1).timestamp();
            observer.batchDone(batch.partition().topic(), done.size(), System.nanoTime() - start, newest);
        }
        return next;
    }

    @Override
    public Map<TopicPartition, Long> startOffsets(Map<TopicPartition, PartitionLog> logs) {
        return receiver.startOffsets(logs);
    }

    @Override
    public void positionsReached(Map<TopicPartition, Long> positions) {
        receiver.positionsReached(positions);
    }

    @Override
    public CommitNote commitNote() {
        return receiver.commitNote();
    }

    @Override
    public void partitionsReleased(Set<TopicPartition> partitions) {
        receiver.partitionsReleased(partitions);
    }
}
