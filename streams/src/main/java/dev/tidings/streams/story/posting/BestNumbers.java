package dev.tidings.streams.story.posting;

import java.util.Arrays;

/** The few numbers of highest weight among many; of equal ones that of the lower rank. For one thread. */
public final class BestNumbers {

    private final int[] numbers;
    private final double[] weights;
    private final long[] ranks;
    private int size;

    /**
     * Makes an empty one.
     *
     * @param most how many are kept, at least 1
     */
    public BestNumbers(int most) {
        numbers = new int[most];
        weights = new double[most];
        ranks = new long[most];
    }

    /** Forgets all. */
    public void clear() {
        size = 0;
    }

    /** Returns whether a number of that weight would be kept, whatever its rank. */
    public boolean mayKeep(double weight) {
        return size < numbers.length || weight >= weights[size - 1];
    }

    /**
     * Takes a number that was not offered before.
     *
     * @param rank differs from that of all others
     */
    public void offer(int number, double weight, long rank) {
        int place = size;
        while (place > 0 && isBefore(weight, rank, place - 1)) {
            place--;
        }
        if (place == numbers.length) {
            return;
        }
        int kept = Math.min(size, numbers.length - 1);
        System.arraycopy(numbers, place, numbers, place + 1, kept - place);
        System.arraycopy(weights, place, weights, place + 1, kept - place);
        System.arraycopy(ranks, place, ranks, place + 1, kept - place);
        numbers[place] = number;
        weights[place] = weight;
        ranks[place] = rank;
        size = kept + 1;
    }

    private boolean isBefore(double weight, long rank, int place) {
        return weight > weights[place] || (weight == weights[place] && rank < ranks[place]);
    }

    /** Returns the numbers, the best first. */
    public int[] bestFirst() {
        return Arrays.copyOf(numbers, size);
    }
}
