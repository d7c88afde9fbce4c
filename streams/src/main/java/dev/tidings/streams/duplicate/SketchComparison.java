package dev.tidings.streams.duplicate;

import java.util.Arrays;

/**
 * Compares two bottom-k sketches. Below the smaller of their largest values both sketches are complete, so counts there
 * estimate the same counts of the texts.
 */
final class SketchComparison {

    private static final int FEWEST_IN_QUARTER = 3;
    private static final int FEWEST_NUMBERS = 3;
    private static final double NUMBER_AGREEMENT = 0.6;

    private final ShingleSketch shorter;
    private final ShingleSketch longer;
    private final int shorterSize;
    private final int longerSize;
    private final int[] inQuarter = new int[4];
    private final int[] sharedInQuarter = new int[4];
    private int shared;

    SketchComparison(ShingleSketch first, ShingleSketch second) {
        boolean ordered = order(first, second) <= 0;
        shorter = ordered ? first : second;
        longer = ordered ? second : first;
        int limit = Math.min(completeUpTo(first), completeUpTo(second));
        shorterSize = countUpTo(shorter, limit);
        longerSize = countUpTo(longer, limit);
        merge();
    }

    Similarity similarity() {
        double union = shorterSize + longerSize - shared;
        // Of two equally long texts neither is the shorter one.
        int part = shorter.distinct() == longer.distinct() ? Math.max(shorterSize, longerSize) : shorterSize;
        return new Similarity(
                union == 0 ? 0 : shared / union,
                part == 0 ? 0 : (double) shared / part,
                leastQuarter(),
                numbersAgree(),
                shorter.sameWords(longer) && !Arrays.equals(shorter.numbers(), longer.numbers()));
    }

    /** By length; equally long texts by content, so that the outcome does not hang on which one came first. */
    private static int order(ShingleSketch first, ShingleSketch second) {
        int byLength = Integer.compare(first.distinct(), second.distinct());
        return byLength != 0 ? byLength : first.compareContent(second);
    }

    private static int completeUpTo(ShingleSketch sketch) {
        return sketch.complete() ? Integer.MAX_VALUE : sketch.value(sketch.size() - 1);
    }

    private static int countUpTo(ShingleSketch sketch, int limit) {
        int count = 0;
        while (count < sketch.size() && sketch.value(count) <= limit) {
            count++;
        }
        return count;
    }

    private void merge() {
        int other = 0;
        for (int i = 0; i < shorterSize; i++) {
            int value = shorter.value(i);
            while (other < longerSize && longer.value(other) < value) {
                other++;
            }
            inQuarter[shorter.quarter(i)]++;
            if (other < longerSize && longer.value(other) == value) {
                sharedInQuarter[shorter.quarter(i)]++;
                shared++;
            }
        }
    }

    private double leastQuarter() {
        double least = 1;
        for (int quarter = 0; quarter < inQuarter.length; quarter++) {
            boolean tooFew = inQuarter[quarter] < FEWEST_IN_QUARTER;
            least = tooFew ? 0 : Math.min(least, (double) sharedInQuarter[quarter] / inQuarter[quarter]);
        }
        return least;
    }

    private boolean numbersAgree() {
        char[] first = shorter.numbers();
        char[] second = longer.numbers();
        char limit = (char) Math.min(numbersCompleteUpTo(first), numbersCompleteUpTo(second));
        int firstCount = countUpTo(first, limit);
        int secondCount = countUpTo(second, limit);
        int fewer = Math.min(firstCount, secondCount);
        if (Math.min(first.length, second.length) < FEWEST_NUMBERS) {
            return true;
        }
        long common = new String(first, 0, firstCount)
                .chars()
                .filter(number -> Arrays.binarySearch(second, 0, secondCount, (char) number) >= 0)
                .count();
        return fewer > 0 && common >= NUMBER_AGREEMENT * fewer;
    }

    private static int numbersCompleteUpTo(char[] numbers) {
        return numbers.length < ShingleSketch.NUMBERS ? Character.MAX_VALUE : numbers[numbers.length - 1];
    }

    private static int countUpTo(char[] numbers, char limit) {
        int count = 0;
        while (count < numbers.length && numbers[count] <= limit) {
            count++;
        }
        return count;
    }
}
