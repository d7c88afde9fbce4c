package dev.tidings.streams.topology;

import java.time.Duration;

/**
 * How far apart the commits of a task are. A commit costs the same however few records it covers, so an article that is
 * late anyway may wait for others: a commit delays it by a quarter of its age at most, within these limits.
 *
 * @param shortest between two commits while articles are fresh
 * @param longest between two commits in a backlog; raised to the shortest
 */
public record CommitIntervalSettings(Duration shortest, Duration longest) {
    /** Those of live topics. */
    public static final CommitIntervalSettings USUAL =
            new CommitIntervalSettings(Duration.ofMillis(50), Duration.ofMillis(500));

    private static final int SHARE = 4;

    /** Puts the two in order. */
    public CommitIntervalSettings {
        longest = longest.compareTo(shortest) < 0 ? shortest : longest;
    }

    /**
     * Returns how far apart commits are, in milliseconds.
     *
     * @param ageMillis how long ago the last article came to raw, in milliseconds; below 0 where clocks differ
     */
    long millisAt(long ageMillis) {
        return Math.max(shortest.toMillis(), Math.min(longest.toMillis(), ageMillis / SHARE));
    }
}
