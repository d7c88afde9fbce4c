package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.sketch.HashSample;
import dev.tidings.streams.dedup.sketch.ShingleSketch;
import java.util.stream.IntStream;

/**
 * Compares two bottom-k sketches. Below the smaller of their largest values both sketches are complete, so counts there
 * estimate the same counts of the texts.
 */
final class SketchComparison {

    private final ShingleSketch shorter;
    private final ShingleSketch longer;
    private final int shorterSize;
    private final int longerSize;
    private final int[] inQuarter = new int[4];
    private final int[] sharedInQuarter = new int[4];
    private int longerLead;
    private int sharedInLongerLead;
    private int shared;

    SketchComparison(ShingleSketch first, ShingleSketch second) {
        boolean ordered = compareLength(first, second) <= 0;
        shorter = ordered ? first : second;
        longer = ordered ? second : first;
        int limit = Math.min(first.completeUpTo(), second.completeUpTo());
        shorterSize = shorter.countUpTo(limit);
        longerSize = longer.countUpTo(limit);
        countShared();
    }

    Similarity similarity() {
        double union = shorterSize + longerSize - shared;
        // Of two equally long texts neither is the shorter one.
        int part = shorter.distinctCount() == longer.distinctCount() ? Math.max(shorterSize, longerSize) : shorterSize;
        return new Similarity(
                union == 0 ? 0 : shared / union,
                part == 0 ? 0 : (double) shared / part,
                leastQuarter(),
                mostQuarter(),
                quarterShare(0),
                longerLead(),
                numberAgreement(),
                shorter.sameWords(longer) && !shorter.numbers().equalTo(longer.numbers()),
                titleAgreement(),
                shared);
    }

    /** By length; equally long texts by content, so that the outcome does not hang on which one came first. */
    private static int compareLength(ShingleSketch first, ShingleSketch second) {
        int byLength = Integer.compare(first.distinctCount(), second.distinctCount());
        return byLength != 0 ? byLength : first.compareContent(second);
    }

    private void countShared() {
        int other = 0;
        for (int i = 0; i < shorterSize; i++) {
            int value = shorter.value(i);
            while (other < longerSize && longer.value(other) < value) {
                other++;
            }
            inQuarter[shorter.quarter(i)]++;
            if (other < longerSize && longer.value(other) == value) {
                sharedInQuarter[shorter.quarter(i)]++;
                sharedInLongerLead += longer.quarter(other) == 0 ? 1 : 0;
                shared++;
            }
        }
        for (int i = 0; i < longerSize; i++) {
            longerLead += longer.quarter(i) == 0 ? 1 : 0;
        }
    }

    private double longerLead() {
        return longerLead < DuplicateThresholds.MIN_QUARTER_SHINGLES ? 0 : (double) sharedInLongerLead / longerLead;
    }

    private double quarterShare(int quarter) {
        return inQuarter[quarter] < DuplicateThresholds.MIN_QUARTER_SHINGLES
                ? 0
                : (double) sharedInQuarter[quarter] / inQuarter[quarter];
    }

    private double leastQuarter() {
        return IntStream.range(0, inQuarter.length)
                .mapToDouble(this::quarterShare)
                .min()
                .orElse(0);
    }

    private double mostQuarter() {
        return IntStream.range(0, inQuarter.length)
                .mapToDouble(this::quarterShare)
                .max()
                .orElse(0);
    }

    private double numberAgreement() {
        HashSample first = shorter.numbers();
        HashSample second = longer.numbers();
        return Math.min(first.size(), second.size()) < DuplicateThresholds.MIN_NUMBERS
                ? 1
                : first.overlapCoefficient(second);
    }

    private TitleAgreement titleAgreement() {
        HashSample first = shorter.title();
        HashSample second = longer.title();
        if (Math.min(first.size(), second.size()) < DuplicateThresholds.MIN_TITLE_TOKENS) {
            return TitleAgreement.UNKNOWN;
        }
        double agreement = first.overlapCoefficient(second);
        if (agreement < DuplicateThresholds.ALIKE_TITLE_THRESHOLD) {
            return TitleAgreement.OTHER;
        }
        // One word less and one word other: in a short headline that is another subject.
        double ofLonger = agreement * Math.min(first.size(), second.size()) / Math.max(first.size(), second.size());
        return agreement >= DuplicateThresholds.SAME_TITLE_THRESHOLD
                        && ofLonger >= DuplicateThresholds.SAME_LONGER_TITLE_THRESHOLD
                ? TitleAgreement.SAME
                : TitleAgreement.ALIKE;
    }
}
