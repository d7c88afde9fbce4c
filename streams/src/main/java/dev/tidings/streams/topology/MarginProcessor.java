package dev.tidings.streams.topology;

import dev.tidings.schemas.FailureCategory;
import dev.tidings.streams.analyse.Analysis;
import dev.tidings.streams.analyse.Draft;
import dev.tidings.streams.failure.Failures;
import dev.tidings.streams.margin.Margins;
import dev.tidings.streams.store.MarginStore;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Leaves out the margins of an article's host: the one step of analyse that remembers. */
final class MarginProcessor extends ContextualProcessor<byte[], InFlight<Draft.Extracted>, byte[], Object> {

    private final Analysis analysis;
    private @Nullable Margins margins;

    MarginProcessor(Analysis analysis) {
        this.analysis = analysis;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> context) {
        super.init(context);
        margins = new Margins(new MarginStore(context.getStateStore(MarginStore.NAME)));
    }

    @Override
    public void process(Record<byte[], InFlight<Draft.Extracted>> record) {
        InFlight<Draft.Extracted> article = record.value();
        InFlight<Draft.Extracted> trimmed;
        try {
            trimmed = article.with(trim(article));
        } catch (Throwable e) {
            // As in every step: an Error would pass every handler of Kafka Streams.
            context()
                    .forward(
                            record.withValue(
                                    article.failed(AnalyseTopology.MARGINS, Failures.of(FailureCategory.ENRICH, e))),
                            AnalyseTopology.BURY);
            return;
        }
        context().forward(record.withValue(trimmed), AnalyseTopology.SKETCH);
    }

    private Draft.Extracted trim(InFlight<Draft.Extracted> article) {
        if (margins == null) {
            throw new IllegalStateException("a record came before the task was made");
        }
        return analysis.trim(
                article.article(),
                margins,
                article.raw().getRevision(),
                article.source().position().timestamp());
    }
}
