package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.sketch.ShingleSketch;

/**
 * How much two texts share, estimated from their sketches; the same whichever comes first.
 *
 * @param jaccard shared shingles over all shingles, 0 to 1
 * @param containment share of the shorter text's shingles that the longer one has, 0 to 1
 * @param leastQuarter the smallest such share over the quarters of the shorter text; 0 when a quarter has too few
 *     shingles in the sketch to tell
 * @param mostQuarter the largest such share
 * @param shorterLead share of the shingles in the first quarter of the shorter text that the other one has anywhere; 0
 *     when there are too few in the sketch to tell
 * @param longerLead the same of the longer text
 * @param numberAgreement share of the numbers of the text with fewer that the other has too, 0 to 1; 1 when one of them
 *     has next to none
 * @param numbersChanged whether the words are the same in the same order and the numbers are not
 * @param titleAgreement whether the titles are the same
 * @param shared how many shingles are known to be shared
 */
public record Similarity(
        double jaccard,
        double containment,
        double leastQuarter,
        double mostQuarter,
        double shorterLead,
        double longerLead,
        double numberAgreement,
        boolean numbersChanged,
        TitleAgreement titleAgreement,
        int shared) {

    /** Returns what two texts share. */
    public static Similarity of(ShingleSketch first, ShingleSketch second) {
        return new SketchComparison(first, second).similarity();
    }

    /** Returns the smaller of the two shares of what the texts begin with. */
    double smallerLead() {
        return Math.min(shorterLead, longerLead);
    }

    /** Returns the figure by which the best of several matches is chosen. */
    double score() {
        return Math.max(jaccard, DuplicateThresholds.CONTAINMENT_WEIGHT * containment);
    }
}
