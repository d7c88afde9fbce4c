package dev.tidings.streams.duplicate;

/**
 * One entry of a key's list.
 *
 * @param reference the holder
 * @param time time of its raw record, milliseconds since 1970
 */
public record Held(Reference reference, long time) {}
