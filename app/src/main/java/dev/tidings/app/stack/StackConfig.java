package dev.tidings.app.stack;

/**
 * Where and what for a local stack runs.
 *
 * @param installation has the programs
 * @param folder holds the data
 * @param stackPurpose decides on JVM options and ports
 */
public record StackConfig(Installation installation, DataFolder folder, StackPurpose stackPurpose) {}
