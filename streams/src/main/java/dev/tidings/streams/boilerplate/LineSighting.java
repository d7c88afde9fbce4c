package dev.tidings.streams.boilerplate;

/**
 * Where and when the lines of an article were seen.
 *
 * @param host host of its address, lower case, ASCII
 * @param revision its revision, from 1
 * @param time time of its raw record, milliseconds since 1970
 */
public record LineSighting(String host, long revision, long time) {}
