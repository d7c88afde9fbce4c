package dev.tidings.producer.publish;

import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Takes note of inputs whose end is certain. */
record Committed(Account account, Optional<VerdictWatch> verdicts) {

    /** An input that needed no record. */
    void unwritten(Prepared input) {
        input.outcome().ifPresent(account::ended);
    }

    /** An input whose records are committed; the position is that of the first of them. */
    void written(Prepared input, RecordMetadata position) {
        if (input.carriesArticle()) {
            PublishOutcome outcome = input.outcome().orElseThrow();
            verdicts.ifPresent(watch -> watch.expect(input.articleId(), outcome, position));
        }
        input.outcome().ifPresent(account::ended);
    }
}
