package dev.tidings.consumer.sink;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.store.RejectedException;
import dev.tidings.consumer.store.SinkRecord;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreWriter;
import dev.tidings.consumer.subscribe.internal.Batch;
import dev.tidings.consumer.subscribe.internal.BatchReceiver;
import dev.tidings.consumer.subscribe.internal.DeadLetterSink;
import dev.tidings.consumer.subscribe.internal.PartitionLog;
import dev.tidings.kafka.serde.RegistryUnavailableException;
import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.schemas.DeadLetter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Feeds a store. An event that cannot be read, or that the store refuses, becomes a dead letter and the others of its
 * batch are stored; the dead letter is kept for good before the store's offset passes the event.
 */
final class SinkReceiver implements BatchReceiver {

    private final StoreWriter store;
    private final RecordDecoder decoder;
    private final SinkDeadLetters letters;
    private final DeadLetterSink deadLetters;
    private final StoredPosition storedPosition;
    private final Map<TopicPartition, Long> stored = new HashMap<>();

    SinkReceiver(
            StoreWriter store,
            RecordDecoder decoder,
            SinkDeadLetters letters,
            DeadLetterSink deadLetters,
            boolean skipGap) {
        this.store = store;
        this.decoder = decoder;
        this.letters = letters;
        this.deadLetters = deadLetters;
        this.storedPosition = new StoredPosition(skipGap);
    }

    @Override
    public Map<TopicPartition, Long> startOffsets(Map<TopicPartition, PartitionLog> logs) {
        Map<TopicPartition, Long> found = store.findOffsets(logs.keySet());
        Map<TopicPartition, Long> starts = new HashMap<>();
        logs.forEach((partition, log) -> {
            long next = found.getOrDefault(partition, StoreWriter.NOTHING_STORED);
            starts.put(partition, storedPosition.startOffset(partition, next, log));
            stored.put(partition, next);
        });
        return starts;
    }

    @Override
    public long receiveBatch(Batch batch) {
        Batch rest = batch.from(stored.getOrDefault(batch.partition(), StoreWriter.NOTHING_STORED));
        List<SinkRecord> events = new ArrayList<>(rest.records().size());
        List<DeadLetter> undecodable = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : rest.records()) {
            try {
                events.add(decoder.decodeRecord(record));
            } catch (UndecodableException e) {
                undecodable.add(letters.undecodableLetter(record, e));
            } catch (RegistryUnavailableException e) {
                throw new RetryLaterException(String.valueOf(e.getMessage()), e);
            }
        }
        if (!undecodable.isEmpty()) {
            deadLetters.sendAll(undecodable);
        }
        writeEvents(rest.partition(), events, rest.next());
        return rest.next();
    }

    /** Stores events, splitting them in halves until the one that the store refuses stands alone. */
    private void writeEvents(TopicPartition partition, List<SinkRecord> events, long next) {
        try {
            store.writeBatch(partition, stored.getOrDefault(partition, StoreWriter.NOTHING_STORED), events, next);
            stored.put(partition, next);
        } catch (RejectedException e) {
            if (events.size() > 1) {
                int half = events.size() / 2;
                writeEvents(
                        partition,
                        events.subList(0, half),
                        events.get(half).origin().offset());
                writeEvents(partition, events.subList(half, events.size()), next);
            } else {
                giveUp(partition, events, next, e);
            }
        }
    }

    private void giveUp(TopicPartition partition, List<SinkRecord> refused, long next, RejectedException reason) {
        if (refused.isEmpty()) {
            throw new StoreException(
                    "the store refuses to move on in " + partition + ": " + reason.getMessage(), reason);
        }
        deadLetters.sendAll(List.of(letters.rejectedLetter(refused.get(0), reason)));
        writeEvents(partition, List.of(), next);
    }

    /** Nothing may come for hours, but whoever removes the store shall hear of it. */
    @Override
    public void positionsReached(Map<TopicPartition, Long> positions) {
        store.checkStore();
    }

    @Override
    public void partitionsReleased(Set<TopicPartition> partitions) {
        stored.keySet().removeAll(partitions);
    }
}
