package dev.tidings.streams.dedup.sketch;

import java.util.Arrays;

/** Picks the smallest distinct shingles of a text. */
final class BottomShingles {

    private BottomShingles() {}

    /**
     * Returns the smallest shingles, ascending by hash, of equal ones the first in the text.
     *
     * @param wanted how many at most; fewer when the text has fewer distinct ones
     */
    static long[] selectSmallest(Shingles shingles, int wanted) {
        // So many hashes lie below this limit that fewer than wanted are very rare, and only these need sorting.
        int expected = (int) (wanted + 3 * Math.sqrt(wanted) + 8);
        if (shingles.count() > expected) {
            long limit = Shingles.HASHES / shingles.count() * expected;
            long[] smallest = distinct(shingles.upTo(limit, expected * 2), wanted);
            if (smallest.length == wanted) {
                return smallest;
            }
        }
        return distinct(shingles.upTo(Shingles.HASHES - 1, shingles.count()), wanted);
    }

    /** Returns the two smallest different hashes of the first shingles, ascending; the same twice when there is one. */
    static long[] smallestTwo(Shingles shingles, int first) {
        long smallest = Shingles.HASHES;
        long second = Shingles.HASHES;
        for (int i = 0; i < Math.min(first, shingles.count()); i++) {
            long hash = Shingles.hash(shingles.get(i));
            if (hash < smallest) {
                second = smallest;
                smallest = hash;
            } else if (hash > smallest && hash < second) {
                second = hash;
            }
        }
        return new long[] {smallest, second == Shingles.HASHES ? smallest : second};
    }

    /** Returns the first distinct ones of unsorted shingles, sorted. */
    static long[] distinct(long[] packed, int wanted) {
        Arrays.sort(packed);
        int size = 0;
        for (int i = 0; i < packed.length && size < wanted; i++) {
            if (size == 0 || Shingles.hash(packed[i]) != Shingles.hash(packed[size - 1])) {
                packed[size++] = packed[i];
            }
        }
        return Arrays.copyOf(packed, size);
    }

    /**
     * Returns how many distinct shingles the text has: exactly when they are all there, else the number of all, but no
     * more than the smallest ones allow, so that a text that repeats itself does not count as long.
     */
    static int distinctCount(Shingles shingles, long[] smallest, int wanted) {
        if (smallest.length < wanted) {
            return smallest.length;
        }
        double density = (double) Shingles.hash(smallest[wanted - 1]) / Shingles.HASHES;
        double atMost = 1.5 * (wanted - 1) / density;
        return (int) Math.max(wanted, Math.min(shingles.count(), atMost));
    }
}
