package dev.tidings.streams.dedup.index;

import java.util.UUID;

/**
 * A version of an article that became a dead letter before deduplication could decide it: it was never published.
 *
 * @param sourcePosition where its raw record stands
 * @param time time of the raw record, milliseconds since 1970
 * @param articleId identity
 * @param revision revision, 1 for the first
 * @param deadLetteredBefore how many revisions right before it became dead letters of the publisher
 */
public record DeadLetteredVersion(
        SourcePosition sourcePosition, long time, UUID articleId, long revision, long deadLetteredBefore) {}
