package dev.tidings.streams.topology.analyse;

import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.schemas.RawArticle;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.failure.FailedRecord;
import dev.tidings.streams.failure.SourceRecord;
import java.util.Optional;

/**
 * An article on its way through the topology, with the record it came in.
 *
 * @param source the record as it was read
 * @param raw the event in it
 * @param article what the stages have made of it so far
 */
public record ArticleEnvelope(SourceRecord source, RawArticle raw, AnalysisState article) {

    /** Returns the same article after a stage. */
    ArticleEnvelope withArticle(AnalysisState next) {
        return new ArticleEnvelope(source, raw, next);
    }

    /** Returns the record as one that cannot be processed. */
    FailedRecord failedRecord(String stage, Failure failure) {
        FailedRecord.Article known =
                new FailedRecord.Article(raw.getArticleId(), raw.getUri(), raw.getRevision(), raw.getFlags());
        return new FailedRecord(source, stage, failure, Optional.of(known));
    }
}
