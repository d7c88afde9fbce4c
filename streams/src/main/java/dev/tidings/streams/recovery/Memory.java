package dev.tidings.streams.recovery;

import java.time.Duration;

/**
 * What an ordered stage remembers.
 *
 * @param source topic that it is made of
 * @param window how long it remembers
 * @param alwaysWritten name of the changelog that every record with output leaves something in
 * @param isRequired whether the stage must not work with a part of it: forgotten articles would be published again
 */
record Memory(SourceLog source, Duration window, String alwaysWritten, boolean isRequired) {}
