package dev.tidings.producer.publish.prepare;

import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import dev.tidings.producer.source.SkipReason;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What an input, or one article of a container, becomes, with what has to be written for it, all or nothing.
 *
 * @param input uri of the input
 * @param outcome how it ends once the records are committed; empty when the records only tell how far a container is
 *     read
 * @param articleId the article; empty when none is written
 * @param records what to write, the article or dead letter first; empty when the input is skipped or unchanged
 * @param progress makes the record that tells how far its container has been read, should a transaction end here; empty
 *     when the input is no container
 */
public record PreparedInput(
        String input,
        Optional<PublishOutcome> outcome,
        String articleId,
        List<ProducerRecord<byte[], byte[]>> records,
        Optional<Supplier<ProducerRecord<byte[], byte[]>>> progress) {

    /** An input that needs no record. */
    static PreparedInput withoutRecords(String input, PublishOutcome outcome) {
        return new PreparedInput(input, Optional.of(outcome), "", List.of(), Optional.empty());
    }

    /** The end of a container, with its entry in the ledger. */
    static PreparedInput endOf(String container, ProducerRecord<byte[], byte[]> entry) {
        return new PreparedInput(container, Optional.empty(), "", List.of(entry), Optional.empty());
    }

    /** Returns it as a part of a container. */
    PreparedInput within(Supplier<ProducerRecord<byte[], byte[]>> progress) {
        return new PreparedInput(input, outcome, articleId, records, Optional.of(progress));
    }

    public boolean carriesArticle() {
        return outcome.filter(end -> end.outcome() == InputOutcome.PUBLISHED || end.outcome() == InputOutcome.REVISED)
                .isPresent();
    }

    /** Returns whether an earlier publish has published the input, or may have published a part of it. */
    public boolean mayBeInFlight() {
        return progress.isPresent() || outcome.isEmpty() || outcome.get().outcome() == InputOutcome.UNCHANGED;
    }

    /** Returns whether the input was written to while it was read. */
    public boolean isChanging() {
        return outcome.filter(end -> end.outcome() == InputOutcome.SKIPPED)
                .filter(end -> end.reason().equals(SkipReason.CHANGING.code()))
                .isPresent();
    }

    public long sizeInBytes() {
        return records.stream().mapToLong(record -> record.value().length).sum();
    }
}
