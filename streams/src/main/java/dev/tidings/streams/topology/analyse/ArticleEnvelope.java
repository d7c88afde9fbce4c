package dev.tidings.streams.topology.analyse;

import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.schemas.RawArticle;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.failure.FailedRecord;
import dev.tidings.streams.failure.SourceRecord;
import java.util.Optional;

/**
 * An article on its way through the topology, together with the raw record it was read from.
 *
 * @param source the raw record as it was read
 * @param raw the event in that record
 * @param article the results of the stages so far
 */
public record ArticleEnvelope(SourceRecord source, RawArticle raw, AnalysisState article) {

    /** Returns the same article after a stage. */
    ArticleEnvelope withArticle(AnalysisState next) {
        return new ArticleEnvelope(source, raw, next);
    }

    /** Returns how many revisions right before this one became dead letters of the publisher: of those there are. */
    long deadLetteredBefore() {
        return Math.max(0, Math.min(raw.getDeadLetteredBefore(), raw.getRevision() - 1));
    }

    /** Returns the raw record with the reason why it cannot be processed, for its dead letter. */
    FailedRecord failedRecord(String stage, Failure failure) {
        FailedRecord.Article known = new FailedRecord.Article(
                raw.getArticleId(), raw.getUri(), raw.getRevision(), deadLetteredBefore(), raw.getFlags());
        return new FailedRecord(source, stage, failure, Optional.of(known));
    }
}
