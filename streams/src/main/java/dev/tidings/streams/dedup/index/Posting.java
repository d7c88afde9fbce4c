package dev.tidings.streams.dedup.index;

/**
 * One entry of a key's list.
 *
 * @param sourcePosition the holder
 * @param time time of its raw record, milliseconds since 1970
 */
public record Posting(SourcePosition sourcePosition, long time) {}
