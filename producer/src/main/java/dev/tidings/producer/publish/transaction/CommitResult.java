package dev.tidings.producer.publish.transaction;

import dev.tidings.producer.publish.PublishCounts;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.prepare.PreparedInput;
import dev.tidings.producer.publish.verdict.VerdictWatch;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Is told of inputs whose outcome is certain. */
public record CommitResult(PublishCounts publishCounts, Optional<VerdictWatch> verdicts) {

    /** An input that needed no record. */
    void inputUnwritten(PreparedInput input) {
        expectInFlight(input);
        input.outcome().ifPresent(publishCounts::inputEnded);
    }

    /** An input whose records are committed; the position is that of the first of them. */
    void inputWritten(PreparedInput input, RecordMetadata position) {
        if (input.carriesArticle()) {
            PublishOutcome outcome = input.outcome().orElseThrow();
            verdicts.ifPresent(watch -> watch.expectVerdict(input.articleId(), outcome, position));
        }
        expectInFlight(input);
        input.outcome().ifPresent(publishCounts::inputEnded);
    }

    /** What was published before may still be on its way, as after a publish that was interrupted. */
    private void expectInFlight(PreparedInput input) {
        if (input.mayBeInFlight()) {
            verdicts.ifPresent(watch -> watch.expectInFlight(input.input()));
        }
    }
}
