package dev.tidings.streams.duplicate;

/**
 * How much two texts share, estimated from their sketches; the same whichever comes first.
 *
 * @param jaccard shared shingles over all shingles, 0 to 1
 * @param containment share of the shorter text's shingles that the longer one has, 0 to 1
 * @param leastQuarter the smallest such share over the quarters of the shorter text; 0 when a quarter has too few
 *     shingles in the sketch to tell
 * @param numbersAgree false when both have numbers and too few of them are the same
 * @param numbersChanged whether the words are the same in the same order and the numbers are not
 */
public record Similarity(
        double jaccard, double containment, double leastQuarter, boolean numbersAgree, boolean numbersChanged) {

    /** Returns what two texts share. */
    public static Similarity of(ShingleSketch first, ShingleSketch second) {
        return new SketchComparison(first, second).similarity();
    }

    /** Returns the figure by which the best of several matches is chosen. */
    double score() {
        return Math.max(jaccard, 0.99 * containment);
    }
}
