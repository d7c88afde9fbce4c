package dev.tidings.streams.topology.analyse;

import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RawArticle;
import dev.tidings.streams.failure.SourceRecord;
import dev.tidings.streams.topology.EventProcessor;
import dev.tidings.streams.topology.ReplayRange;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.Route;
import dev.tidings.streams.topology.TopologyContext;
import java.util.Optional;

/**
 * Deserializes raw records and checks the identity of the article; a record that holds no raw article goes to the dead
 * letters.
 */
public final class RawProcessor extends EventProcessor<RawArticle, ArticleEnvelope> {

    private final ReplayRange replayRange;

    /** Makes the processor of a topology. */
    public RawProcessor(TopologyContext context, Route route, ResumePoint resumePoint) {
        super(context, context.topics().raw(), RawArticle.class, route, Optional.of(context.commits()), resumePoint);
        this.replayRange = context.replayRange();
    }

    @Override
    protected boolean isWanted(SourceRecord source) {
        return replayRange.includesSource(
                source.position().partition(), source.position().offset());
    }

    /**
     * Requires a well-formed id and revision, by which deduplication and every store identify an article, whoever wrote
     * the record.
     */
    @Override
    protected ArticleEnvelope checkedEvent(SourceRecord source, RawArticle raw) {
        if (!ArticleId.isWellFormed(raw.getArticleId()) || raw.getRevision() < 1) {
            throw new UndecodableException(
                    "malformed",
                    "an article needs a lower-case UUID as id and a revision from 1, this one has " + raw.getArticleId()
                            + " and " + raw.getRevision());
        }
        return new ArticleEnvelope(
                source, raw, RawArticles.state(raw, source.position().timestamp()));
    }
}
