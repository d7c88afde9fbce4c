package dev.tidings.consumer.sink;

import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreWriter;
import dev.tidings.consumer.subscribe.internal.PartitionLog;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where reading starts for what the store holds; stops rather than pass over records that were never stored. */
final class StoredPosition {

    private static final Logger LOG = LoggerFactory.getLogger(StoredPosition.class);

    private final boolean skipGap;

    StoredPosition(boolean skipGap) {
        this.skipGap = skipGap;
    }

    long startOffset(TopicPartition partition, long next, PartitionLog log) {
        if (next == StoreWriter.NOTHING_STORED) {
            return log.start();
        }
        if (next < log.start()) {
            return startBelow(partition, next, log);
        }
        if (next > log.end()) {
            throw new StoreException("the store stands at offset " + next + " of " + partition + ", but that ends at "
                    + log.end() + ": the topic was made anew or lost records; keep this store and fill another one"
                    + " (--store URL), or add to it under another name (--name NAME)");
        }
        return next;
    }

    private long startBelow(TopicPartition partition, long next, PartitionLog log) {
        String gap = "offsets " + next + " to " + (log.start() - 1) + " of " + partition
                + " were deleted from Kafka before they were stored";
        if (!skipGap) {
            throw new StoreException(
                    gap + "; go on without them with --skip-gap, or fill another store (--store URL) from a replay");
        }
        LOG.warn("{}; going on without them as asked", gap);
        return log.start();
    }
}
