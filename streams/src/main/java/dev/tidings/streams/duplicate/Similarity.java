package dev.tidings.streams.duplicate;

/**
 * How much two texts share, estimated from their sketches; the same whichever comes first.
 *
 * @param jaccard shared shingles over all shingles, 0 to 1
 * @param containment share of the shorter text's shingles that the longer one has, 0 to 1
 * @param leastQuarter the smallest such share over the quarters of the shorter text; 0 when a quarter has too few
 *     shingles in the sketch to tell
 * @param numberAgreement share of the numbers of the text with fewer that the other has too, 0 to 1; 1 when one of
 *     them has next to none
 * @param numbersChanged whether the words are the same in the same order and the numbers are not
 * @param titles whether the titles are the same
 * @param shared how many shingles are known to be shared
 */
public record Similarity(
        double jaccard,
        double containment,
        double leastQuarter,
        double numberAgreement,
        boolean numbersChanged,
        Titles titles,
        int shared) {

    /** Returns what two texts share. */
    public static Similarity of(ShingleSketch first, ShingleSketch second) {
        return new SketchComparison(first, second).similarity();
    }

    /** Returns the figure by which the best of several matches is chosen. */
    double score() {
        return Math.max(jaccard, 0.99 * containment);
    }
}
