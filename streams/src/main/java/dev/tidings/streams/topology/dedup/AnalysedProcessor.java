package dev.tidings.streams.topology.dedup;

import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.schemas.Analysed;
import dev.tidings.streams.failure.SizeGuard;
import dev.tidings.streams.failure.SourceRecord;
import dev.tidings.streams.topology.EventProcessor;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.Route;
import dev.tidings.streams.topology.TopologyContext;
import java.util.Optional;

/**
 * Deserializes and checks analysed articles; one that is malformed or too large goes to the dead letters without a
 * decision.
 */
public final class AnalysedProcessor extends EventProcessor<Analysed, LoggedVersion> {

    private static final byte[] NO_KEY = new byte[0];

    private final SizeGuard sizeGuard;

    /** Makes the processor of a topology. */
    public AnalysedProcessor(TopologyContext context, Route route, ResumePoint resumePoint) {
        super(context, context.topics().analysed(), Analysed.class, route, Optional.of(context.commits()), resumePoint);
        this.sizeGuard = context.sizeGuard();
    }

    /**
     * Refuses a record that is too large to be published. This comes before the decision: an article that cannot be
     * published must not be what later copies are suppressed for.
     */
    @Override
    protected Optional<Failure> refusal(SourceRecord source) {
        byte[] value = source.value();
        return value == null || sizeGuard.fitsLimit(NO_KEY, value, source.headers())
                ? Optional.empty()
                : Optional.of(sizeGuard.tooLarge(NO_KEY, value, source.headers()));
    }

    @Override
    protected LoggedVersion checkedEvent(SourceRecord source, Analysed analysed) {
        return analysed.getDeadLetterReason().isEmpty()
                ? new AnalysedRecord(source, analysed, IncomingArticles.of(analysed))
                : new MarkedRecord(IncomingArticles.deadLetterOf(analysed));
    }
}
