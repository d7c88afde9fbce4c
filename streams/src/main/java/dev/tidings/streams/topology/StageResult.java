package dev.tidings.streams.topology;

/**
 * What one stage found out about one article, in words for people.
 *
 * @param stage name of the stage
 * @param algorithm label of its algorithm and data
 * @param found what it found in a few words, or why it failed
 */
public record StageResult(String stage, String algorithm, String found) {}
