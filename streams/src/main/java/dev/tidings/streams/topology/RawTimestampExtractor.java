package dev.tidings.streams.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Takes the time at which the raw topic received the article. A record without one, which only a topic of another making
 * can hold, gets the newest time before it in its partition; so the time depends on the partition alone, never on a clock.
 */
final class RawTimestampExtractor implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
    }
}
