package dev.tidings.streams.topology;

import dev.tidings.schemas.FailureCategory;

/**
 * The nodes a processor forwards to, by the names that its topology gives them, and what its dead letters say.
 *
 * @param stage name of the stage in dead letters
 * @param rejected category of a record that the stage refuses by rule
 * @param next node of a record that went through
 * @param deadLetter node of a record that failed
 */
public record Route(String stage, FailureCategory rejected, String next, String deadLetter) {}
