package dev.tidings.consumer.sink;

import dev.tidings.consumer.subscribe.internal.Batch;
import dev.tidings.consumer.subscribe.internal.BatchReceiver;
import dev.tidings.consumer.subscribe.internal.CommitNote;
import dev.tidings.consumer.subscribe.internal.PartitionLog;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Takes batches only while no other sink of the name fills another store. */
final class ClaimingReceiver implements BatchReceiver {

    private final BatchReceiver receiver;
    private final StoreClaim claim;

    ClaimingReceiver(BatchReceiver receiver, StoreClaim claim) {
        this.receiver = receiver;
        this.claim = claim;
    }

    @Override
    public Map<TopicPartition, Long> startOffsets(Map<TopicPartition, PartitionLog> logs) {
        Map<TopicPartition, Long> starts = receiver.startOffsets(logs);
        claim.checkClaim();
        return starts;
    }

    @Override
    public long receiveBatch(Batch batch) {
        claim.checkWhenDue();
        return receiver.receiveBatch(batch);
    }

    @Override
    public void positionsReached(Map<TopicPartition, Long> positions) {
        claim.checkWhenDue();
        receiver.positionsReached(positions);
    }

    @Override
    public CommitNote commitNote() {
        return claim.commitNote();
    }

    @Override
    public void partitionsReleased(Set<TopicPartition> partitions) {
        receiver.partitionsReleased(partitions);
    }
}
