package dev.tidings.app.status;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits for a reader.
 *
 * @param records how many committed records, without transaction markers
 * @param exact whether they were counted; else there were too many, and the number is an estimate
 * @param oldest time of the oldest of them; empty when none waits
 */
record Lag(long records, boolean exact, Optional<Instant> oldest) {
    static final Lag NONE = new Lag(0, true, Optional.empty());
}
