package dev.tidings.streams.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Returns the time at which the raw topic received the article, in milliseconds since 1970. A record without a
 * timestamp, which no producer of ours writes, gets the newest time before it in its partition: the time depends on the
 * partition alone, never on a clock.
 */
final class RawTimestampExtractor implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
    }
}
