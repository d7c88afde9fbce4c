package dev.tidings.consumer.sink;

import dev.tidings.consumer.store.RejectedException;
import dev.tidings.consumer.store.SinkRecord;
import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.FailureCategory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes the dead letters of a sink. */
final class SinkDeadLetters {

    private static final String STAGE = "sink";
    private static final String REJECTED = "rejected";

    private final DeadLetters letters;

    SinkDeadLetters(long maxArticleBytes) {
        letters = new DeadLetters(STAGE, maxArticleBytes);
    }

    DeadLetter undecodableLetter(ConsumerRecord<byte[], byte[]> record, UndecodableException cause) {
        return newLetter(record, Failure.of(FailureCategory.DESERIALIZATION, cause.reason(), cause))
                .build();
    }

    DeadLetter rejectedLetter(SinkRecord event, RejectedException cause) {
        return newLetter(event.origin(), Failure.of(FailureCategory.SINK, REJECTED, cause))
                .setArticleId(event.articleId())
                .setRevision(event.revision())
                .setUri(event.uri())
                .build();
    }

    private DeadLetter.Builder newLetter(ConsumerRecord<byte[], byte[]> record, Failure failure) {
        DeadLetters.Position position =
                new DeadLetters.Position(record.topic(), record.partition(), record.offset(), record.timestamp());
        return letters.ofRecord(position, record.key(), record.value(), record.headers(), failure);
    }
}
