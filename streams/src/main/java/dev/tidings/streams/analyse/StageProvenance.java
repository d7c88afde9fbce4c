package dev.tidings.streams.analyse;

/**
 * A stage that an article went through.
 *
 * @param stage name of the stage
 * @param algorithm label of its algorithm and data
 * @param status {@link Stage#OK}, or the reason why its fields are empty
 */
public record StageProvenance(String stage, String algorithm, String status) {}
