package dev.tidings.app.cli.deadletter;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.kafka.deadletter.DeadLetters.Position;
import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.FailureCategory;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The newest dead letters that match, out of the records of their topic. One that has no value removes a letter and is
 * none; one that is no letter is shown as a letter of its own, with where it stands and why it cannot be read.
 */
final class NewestLetters {
    private static final String STAGE = "dlq";

    private final Deserializer<DeadLetter> deserializer;
    private final Predicate<DeadLetter> wanted;
    private final int limit;
    private final DeadLetters unreadable;
    private final Deque<Kept> newest = new ArrayDeque<>();

    NewestLetters(
            Deserializer<DeadLetter> deserializer, Predicate<DeadLetter> wanted, int limit, long maxArticleBytes) {
        this.deserializer = deserializer;
        this.wanted = wanted;
        this.limit = limit;
        this.unreadable = new DeadLetters(STAGE, maxArticleBytes);
    }

    /** A dead letter with the time at which Kafka took it. */
    record Kept(Instant time, DeadLetter letter) {}

    void takeRecord(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        DeadLetter letter = letterOf(record);
        if (wanted.test(letter)) {
            newest.addLast(new Kept(Instant.ofEpochMilli(record.timestamp()), letter));
            if (newest.size() > limit) {
                newest.removeFirst();
            }
        }
    }

    private DeadLetter letterOf(ConsumerRecord<byte[], byte[]> record) {
        try {
            return deserializer.deserialize(record.topic(), record.value());
        } catch (UndecodableException e) {
            Position position = new Position(record.topic(), record.partition(), record.offset(), record.timestamp());
            Failure failure = Failure.of(FailureCategory.DESERIALIZATION, e.reason(), e);
            return unreadable
                    .ofRecord(position, record.key(), record.value(), record.headers(), failure)
                    .build();
        }
    }

    /** Returns them, oldest first. */
    List<Kept> all() {
        return List.copyOf(newest);
    }
}
