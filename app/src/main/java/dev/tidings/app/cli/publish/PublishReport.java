package dev.tidings.app.cli.publish;

import dev.tidings.app.cli.output.View;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import dev.tidings.producer.publish.PublishSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What programs are told of a publish: the numbers, and each input that was not published, with the reason.
 *
 * @param summary the numbers
 * @param notPublished inputs that were skipped or became dead letters, in the order in which they came
 */
record PublishReport(PublishSummary summary, List<PublishOutcome> notPublished) {

    static final View<PublishReport> VIEW = View.of(PublishReport.class).withFields(PublishReport::fields);

    PublishReport {
        notPublished = List.copyOf(notPublished);
    }

    private Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("found", summary.found());
        fields.put("published", summary.published());
        fields.put("revised", summary.revised());
        fields.put("unchanged", summary.unchanged());
        fields.put("skippedByReason", summary.skippedByReason());
        fields.put("deadLetteredByReason", summary.deadLetteredByReason());
        fields.put("skipped", inputs(InputOutcome.SKIPPED).toList());
        fields.put("deadLettered", inputs(InputOutcome.DEAD_LETTERED).toList());
        fields.put("elapsed", summary.elapsed());
        fields.put("verdicts", summary.verdicts());
        fields.put("verdictsByOutcome", summary.verdictsByOutcome());
        fields.put("undecided", summary.undecided());
        fields.put("stopped", summary.stopped());
        return fields;
    }

    private Stream<NotPublished> inputs(InputOutcome outcome) {
        return notPublished.stream()
                .filter(input -> input.outcome() == outcome)
                .map(input -> new NotPublished(input.uri(), input.reason(), input.detail()));
    }

    /** An input and why it was not published. */
    private record NotPublished(String uri, String reason, String detail) {}
}
