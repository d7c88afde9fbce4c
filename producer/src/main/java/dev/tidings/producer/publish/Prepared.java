package dev.tidings.producer.publish;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An input with its end decided and what has to be written for it, all or nothing.
 *
 * @param outcome how it ends once the records are committed
 * @param articleId the article; empty when nothing is written
 * @param records what to write, the article or dead letter first; empty when the input is skipped or unchanged
 * @param publication what the ledger knows once the records are committed; empty when nothing is written
 */
record Prepared(
        PublishOutcome outcome,
        String articleId,
        List<ProducerRecord<byte[], byte[]>> records,
        Optional<Publication> publication) {

    static Prepared without(PublishOutcome outcome) {
        return new Prepared(outcome, "", List.of(), Optional.empty());
    }

    boolean carriesArticle() {
        return switch (outcome.ending()) {
            case PUBLISHED, REVISED -> true;
            case UNCHANGED, SKIPPED, DEAD_LETTERED -> false;
        };
    }

    long bytes() {
        return records.stream().mapToLong(record -> record.value().length).sum();
    }
}
