package dev.tidings.consumer.subscribe.internal;

import dev.tidings.consumer.failure.RetryLaterException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Notes what it is given, and can be busy, unable, fenced or broken. */
final class RecordingReceiver implements BatchReceiver {
    final Map<TopicPartition, Long> starts = new HashMap<>();
    final Map<TopicPartition, PartitionLog> logs = new HashMap<>();
    final List<String> received = new ArrayList<>();
    final List<TopicPartition> released = new ArrayList<>();
    boolean busy;
    boolean unable;
    long fencedAt;
    boolean fencedEverywhere;
    boolean fencedWhenIdle;
    String idleTrouble = "";
    /** How many offsets are taken at once; 0 for all. */
    long most;

    RuntimeException broken;

    @Override
    public Map<TopicPartition, Long> startOffsets(Map<TopicPartition, PartitionLog> assigned) {
        if (unable) {
            throw new RetryLaterException("the store is busy", null);
        }
        logs.putAll(assigned);
        assigned.keySet().forEach(partition -> starts.putIfAbsent(partition, 0L));
        return starts;
    }

    @Override
    public long receiveBatch(Batch batch) {
        if (busy) {
            throw new RetryLaterException("the store is busy", null);
        }
        if (broken != null) {
            throw broken;
        }
        if (fencedEverywhere) {
            fencedEverywhere = false;
            throw FencedException.ofAllPartitions("another store");
        }
        long first = batch.records().get(0).offset();
        if (first < fencedAt) {
            starts.put(batch.partition(), fencedAt);
            throw new FencedException("too late");
        }
        received.add(batch.partition() + "@" + first);
        return most > 0 ? Math.min(first + most, batch.next()) : batch.next();
    }

    @Override
    public void positionsReached(Map<TopicPartition, Long> positions) {
        if (fencedWhenIdle) {
            fencedWhenIdle = false;
            throw FencedException.ofAllPartitions("another store");
        }
        if (!idleTrouble.isEmpty()) {
            throw new RetryLaterException(idleTrouble, null);
        }
    }

    @Override
    public CommitNote commitNote() {
        return new CommitNote(CommitNote.SINK, Map.of("store", "1"));
    }

    @Override
    public void partitionsReleased(Set<TopicPartition> partitions) {
        released.addAll(partitions);
    }
}
