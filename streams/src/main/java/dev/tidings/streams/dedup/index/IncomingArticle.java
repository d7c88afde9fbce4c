package dev.tidings.streams.dedup.index;

import dev.tidings.streams.dedup.sketch.Sketch;
import java.util.UUID;

/**
 * An incoming article, before deduplication has decided it.
 *
 * @param sourcePosition where its raw record stands
 * @param time time of the raw record, milliseconds since 1970
 * @param articleId identity
 * @param revision revision, 1 for the first
 * @param deadLetteredBefore how many revisions right before it became dead letters of the publisher
 * @param contentSha256 SHA-256 of the verbatim input
 * @param sketch fingerprint, shingles and keys of its text
 */
public record IncomingArticle(
        SourcePosition sourcePosition,
        long time,
        UUID articleId,
        long revision,
        long deadLetteredBefore,
        String contentSha256,
        Sketch sketch) {

    /** An article before which the publisher has dead-lettered nothing. */
    public IncomingArticle(
            SourcePosition sourcePosition,
            long time,
            UUID articleId,
            long revision,
            String contentSha256,
            Sketch sketch) {
        this(sourcePosition, time, articleId, revision, 0, contentSha256, sketch);
    }
}
