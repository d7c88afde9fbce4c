package dev.tidings.streams.duplicate;

import dev.tidings.text.fold.FoldedText;
import java.util.Arrays;

/**
 * The shingles of a folded text: runs of tokens that overlap, each starting one token further. A run is 4 words long,
 * or 7 ideographs, or 16 letters of a script without spaces, or a mixture of that weight, so that a shingle says about
 * equally much in every script. A text shorter than that is one shingle.
 *
 * <p>Each is packed into a long: 39 bits of hash above 24 bits of position, so that it is not negative. Sorting packed shingles orders them by hash
 * and equal ones by position. For one use by one thread.
 */
final class Shingles {

    private static final int FULL_WEIGHT = 112;
    private static final int LONGEST = FULL_WEIGHT / 7;
    /** Number of different hashes. */
    static final long HASHES = 1L << 39;

    private static final int POSITION_BITS = 24;
    private static final int LAST_POSITION = (1 << POSITION_BITS) - 1;
    private static final long BASE = 0xd6e8_feb8_6659_fd93L;
    private static final long[] POWERS = powers();

    private final FoldedText text;
    private final int count;

    Shingles(FoldedText text) {
        this.text = text;
        this.count = count(text);
    }

    /** Returns the number of shingles, repeated ones included. */
    int count() {
        return count;
    }

    static long hash(long packed) {
        return packed >>> POSITION_BITS;
    }

    static int position(long packed) {
        return (int) packed & LAST_POSITION;
    }

    /**
     * Returns the shingles whose hash is at most a limit, in text order.
     *
     * @param limit largest hash wanted, below {@link #HASHES}
     * @param expected how many there will be, about
     */
    long[] upTo(long limit, int expected) {
        long[] found = new long[Math.max(16, expected)];
        int size = 0;
        Window window = new Window();
        for (int position = 0; position < count; position++) {
            long hash = window.next();
            if (hash <= limit) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = hash << POSITION_BITS | Math.min(position, LAST_POSITION);
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Returns the first shingles in text order, fewer when there are no more. */
    long[] first(int wanted) {
        long[] found = new long[Math.min(wanted, count)];
        Window window = new Window();
        for (int position = 0; position < found.length; position++) {
            found[position] = window.next() << POSITION_BITS | position;
        }
        return found;
    }

    /** Returns whether texts read one after the other fill one shingle: with less even equal texts are no copies. */
    static boolean fillOne(FoldedText... texts) {
        int weight = 0;
        for (FoldedText text : texts) {
            for (int token = 0; token < text.size() && weight < FULL_WEIGHT; token++) {
                weight += text.kind(token).weight();
            }
        }
        return weight >= FULL_WEIGHT;
    }

    private static int count(FoldedText text) {
        int tail = 0;
        int start = text.size();
        while (start > 0 && tail < FULL_WEIGHT) {
            tail += text.kind(--start).weight();
        }
        return tail >= FULL_WEIGHT ? start + 1 : Math.min(1, text.size());
    }

    private static long[] powers() {
        long[] powers = new long[LONGEST + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * BASE;
        }
        return powers;
    }

    /** Slides over the tokens with a rolling polynomial hash (Karp and Rabin 1987). */
    private final class Window {

        private int start;
        private int end;
        private int weight;
        private long polynomial;

        long next() {
            if (end > 0) {
                leave();
            }
            while (weight < FULL_WEIGHT && end < text.size()) {
                enter();
            }
            long mixed = (polynomial ^ (polynomial >>> 31)) * 0x94d0_49bb_1331_11ebL;
            return (mixed ^ (mixed >>> 29)) >>> (POSITION_BITS + 1);
        }

        private void enter() {
            polynomial = polynomial * BASE + text.hash(end);
            weight += text.kind(end).weight();
            end++;
        }

        private void leave() {
            polynomial -= text.hash(start) * POWERS[end - start - 1];
            weight -= text.kind(start).weight();
            start++;
        }
    }
}
