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
 * @param contentSha256 SHA-256 of the verbatim input
 * @param sketch fingerprint, shingles and keys of its text
 */
public record IncomingArticle(
        SourcePosition sourcePosition, long time, UUID articleId, long revision, String contentSha256, Sketch sketch) {}
