package dev.tidings.streams.dedup.match;

/**
 * A threshold that depends on the length of the shorter of two texts, since short texts share shingles by chance.
 *
 * @param ofShort for texts below {@link DuplicateThresholds#SHORT_TEXT_THRESHOLD}
 * @param ofMedium for texts from there to below {@link DuplicateThresholds#LONG_TEXT_THRESHOLD}
 * @param ofLong for longer texts
 */
public record LengthThreshold(double ofShort, double ofMedium, double ofLong) {

    /**
     * Returns the threshold for a text.
     *
     * @param length distinct shingles of the shorter text
     */
    public double forLength(int length) {
        if (length < DuplicateThresholds.SHORT_TEXT_THRESHOLD) {
            return ofShort;
        }
        return length < DuplicateThresholds.LONG_TEXT_THRESHOLD ? ofMedium : ofLong;
    }
}
