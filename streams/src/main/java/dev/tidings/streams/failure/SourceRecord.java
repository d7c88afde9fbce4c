package dev.tidings.streams.failure;

import dev.tidings.kafka.deadletter.DeadLetters.Position;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A record as it was read, kept so that a later stage can dead-letter it whole. Its bytes are not copied. */
public final class SourceRecord {

    private final Position position;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Headers headers;

    private SourceRecord(Position position, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        this.position = position;
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    /**
     * Returns the record that is being processed.
     *
     * @param context context of the processor right below the source
     */
    public static SourceRecord of(ProcessorContext<?, ?> context, Record<byte[], byte[]> record) {
        Optional<RecordMetadata> metadata = context.recordMetadata();
        RecordMetadata source = metadata.orElseThrow(() -> new IllegalStateException("no record is being processed"));
        Position position = new Position(source.topic(), source.partition(), source.offset(), record.timestamp());
        return new SourceRecord(position, record.key(), record.value(), record.headers());
    }

    /** Returns a record that is known by its position alone, outside Kafka. */
    public static SourceRecord atPosition(Position position) {
        return new SourceRecord(position, null, null, new RecordHeaders());
    }

    /** Returns where it stands. */
    public Position position() {
        return position;
    }

    /** Returns its key; null when it has none. */
    public byte @Nullable [] key() {
        return key;
    }

    /** Returns its value; null for a tombstone. */
    public byte @Nullable [] value() {
        return value;
    }

    /** Returns its headers. */
    public Headers headers() {
        return headers;
    }

    @Override
    public String toString() {
        return Objects.toString(position);
    }
}
