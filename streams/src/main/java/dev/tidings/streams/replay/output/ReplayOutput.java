package dev.tidings.streams.replay.output;

import java.util.Map;

/**
 * The output of a run: counts and hashes of its records.
 *
 * @param counts records by topic without the prefix of the run; of a compacted topic its keys
 * @param sha256 hash of enriched articles, relations and stories, see {@link OutputDigest}
 * @param deadLettersSha256 hash of source positions and reasons of the dead letters
 */
public record ReplayOutput(Map<String, Long> counts, String sha256, String deadLettersSha256) {

    /** Freezes the counts. */
    public ReplayOutput {
        counts = Map.copyOf(counts);
    }
}
