package dev.tidings.app.fault.ledger;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Committed records that came since the last look, each list in the order of its partitions.
 *
 * @param raw of the raw topic
 * @param analysed of the analysed topic
 * @param decided what the deduplication stage wrote: of the enriched topic, and its relations
 * @param features of the story stage's input
 * @param stories of the topic of stories
 */
public record Fresh(
        List<ConsumerRecord<byte[], byte[]>> raw,
        List<ConsumerRecord<byte[], byte[]>> analysed,
        List<ConsumerRecord<byte[], byte[]>> decided,
        List<ConsumerRecord<byte[], byte[]>> features,
        List<ConsumerRecord<byte[], byte[]>> stories) {

    /** Freezes the lists. */
    public Fresh {
        raw = List.copyOf(raw);
        analysed = List.copyOf(analysed);
        decided = List.copyOf(decided);
        features = List.copyOf(features);
        stories = List.copyOf(stories);
    }

    /** Returns the same with further records of the topic of stories. */
    public Fresh withStories(List<ConsumerRecord<byte[], byte[]>> more) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(stories);
        all.addAll(more);
        return new Fresh(raw, analysed, decided, features, all);
    }
}
