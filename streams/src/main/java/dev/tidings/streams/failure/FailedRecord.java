package dev.tidings.streams.failure;

import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import java.util.List;
import java.util.Optional;

/**
 * A record that cannot be processed, and why.
 *
 * @param source the record
 * @param stage step that failed
 * @param failure the reason
 * @param article the article it is, as far as that is known
 */
public record FailedRecord(SourceRecord source, String stage, Failure failure, Optional<Article> article) {

    /**
     * The article that a record holds.
     *
     * @param id article id
     * @param uri stable name
     * @param revision revision, from 1
     * @param deadLetteredBefore how many revisions right before it became dead letters of the publisher
     * @param flags what was unusual about it
     */
    public record Article(String id, String uri, long revision, long deadLetteredBefore, List<String> flags) {

        /** Freezes the flags. */
        public Article {
            flags = List.copyOf(flags);
        }
    }
}
