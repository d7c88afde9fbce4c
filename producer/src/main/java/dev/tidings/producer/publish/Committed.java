package dev.tidings.producer.publish;

import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Takes note of inputs whose end is certain. */
record Committed(Account account, Optional<VerdictWatch> verdicts) {

    /** An input that needed no record. */
    void unwritten(PublishOutcome outcome) {
        account.ended(outcome);
    }

    /** An input whose records are committed; the position is that of the first of them. */
    void written(Prepared input, RecordMetadata position) {
        if (input.carriesArticle()) {
            verdicts.ifPresent(watch -> watch.expect(input, position));
        }
        account.ended(input.outcome());
    }
}
