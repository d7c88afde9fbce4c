package dev.tidings.app.local;

/**
 * Where and what for a local stack runs.
 *
 * @param installation has the programs
 * @param folder holds the data
 * @param purpose decides on JVM options and ports
 */
public record Site(Installation installation, DataFolder folder, Purpose purpose) {}
