package dev.tidings.streams.dedup.index;

/**
 * An article that is indexed under a key.
 *
 * @param sourcePosition source position of the article
 * @param time time of its raw record, milliseconds since 1970
 */
public record Posting(SourcePosition sourcePosition, long time) {}
