package dev.tidings.streams.story.index;

/**
 * Where the raw record of an article stands.
 *
 * @param partition raw partition
 * @param offset raw offset
 * @param time raw record time, in milliseconds since 1970
 */
public record Place(int partition, long offset, long time) {}
