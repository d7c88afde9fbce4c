package dev.tidings.producer.publish;

import dev.tidings.producer.publish.PublishOutcome.Ending;
import dev.tidings.producer.source.SkipReason;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What an input, or one article of a container, becomes, with what has to be written for it, all or nothing.
 *
 * @param input uri of the input
 * @param outcome how it ends once the records are committed; empty when the records only tell how far a container is read
 * @param articleId the article; empty when none is written
 * @param records what to write, the article or dead letter first; empty when the input is skipped or unchanged
 * @param progress makes the record that tells how far its container has been read, should a transaction end here; empty
 *     when the input is no container
 */
record Prepared(
        String input,
        Optional<PublishOutcome> outcome,
        String articleId,
        List<ProducerRecord<byte[], byte[]>> records,
        Optional<Supplier<ProducerRecord<byte[], byte[]>>> progress) {

    /** An input that needs no record. */
    static Prepared without(String input, PublishOutcome outcome) {
        return new Prepared(input, Optional.of(outcome), "", List.of(), Optional.empty());
    }

    /** The end of a container, with its entry in the ledger. */
    static Prepared endOf(String container, ProducerRecord<byte[], byte[]> entry) {
        return new Prepared(container, Optional.empty(), "", List.of(entry), Optional.empty());
    }

    /** Returns it as a part of a container. */
    Prepared within(Supplier<ProducerRecord<byte[], byte[]>> progress) {
        return new Prepared(input, outcome, articleId, records, Optional.of(progress));
    }

    boolean carriesArticle() {
        return outcome.filter(end -> end.ending() == Ending.PUBLISHED || end.ending() == Ending.REVISED)
                .isPresent();
    }

    /** Returns whether the input was written to while it was read. */
    boolean isChanging() {
        return outcome.filter(end -> end.ending() == Ending.SKIPPED)
                .filter(end -> end.reason().equals(SkipReason.CHANGING.code()))
                .isPresent();
    }

    long bytes() {
        return records.stream().mapToLong(record -> record.value().length).sum();
    }
}
