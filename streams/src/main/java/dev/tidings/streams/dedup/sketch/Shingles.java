package dev.tidings.streams.dedup.sketch;

import dev.tidings.text.fold.FoldedText;
import java.util.Arrays;

/**
 * The shingles of a folded text: runs of tokens that overlap, each starting one token further. A run is 4 words long,
 * or 7 ideographs, or 16 letters of a script without spaces, or a mixture of that weight, so that a shingle says about
 * equally much in every script. A text shorter than that is one shingle.
 *
 * <p>Each is packed into a long: 39 bits of hash above 24 bits of position, so that it is not negative. Sorting packed
 * shingles orders them by hash and equal ones by position. Reads one text after another into memory that is used again.
 * For one thread.
 */
final class Shingles {

    /** Number of different hashes. */
    static final long HASHES = 1L << 39;

    private static final int FULL_WEIGHT = 112;
    private static final int MAX_SHINGLE_TOKENS = FULL_WEIGHT / 7;
    private static final int WORDS = 4;

    private static final int POSITION_BITS = 24;
    private static final int LAST_POSITION = (1 << POSITION_BITS) - 1;
    private static final long BASE = 0xd6e8_feb8_6659_fd93L;
    private static final long[] POWERS = powers();

    private long[] packed = {};
    private int count;

    /** Reads the shingles of a text, in the place of those read before. */
    void readText(FoldedText text) {
        if (packed.length < text.size()) {
            packed = new long[text.size() + text.size() / 4];
        }
        count = text.isSpaced() && text.size() >= WORDS ? readWords(text) : readTokens(text);
    }

    /** Returns the number of shingles, repeated ones included. */
    int count() {
        return count;
    }

    /** Returns the shingle that starts at a token. */
    long get(int index) {
        return packed[index];
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
        long last = limit << POSITION_BITS | LAST_POSITION;
        long[] found = new long[Math.max(16, expected)];
        int size = 0;
        for (int i = 0; i < count; i++) {
            long shingle = packed[i];
            if (shingle <= last) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = shingle;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Returns whether texts read one after the other fill one shingle: with less even equal texts are no copies. */
    static boolean fillOne(FoldedText... texts) {
        int weight = 0;
        for (FoldedText text : texts) {
            for (int token = 0; token < text.size() && weight < FULL_WEIGHT; token++) {
                weight += text.tokenKind(token).weight();
            }
        }
        return weight >= FULL_WEIGHT;
    }

    /** Words and numbers weigh the same, so all shingles are of one length. */
    private int readWords(FoldedText text) {
        int shingles = text.size() - WORDS + 1;
        long first = text.tokenHash(0);
        long second = text.tokenHash(1);
        long third = text.tokenHash(2);
        for (int start = 0; start < shingles; start++) {
            long fourth = text.tokenHash(start + WORDS - 1);
            packed[start] = pack(first * POWERS[3] + second * POWERS[2] + third * POWERS[1] + fourth, start);
            first = second;
            second = third;
            third = fourth;
        }
        return shingles;
    }

    /** Slides over the tokens with a rolling polynomial hash (Karp and Rabin 1987). */
    private int readTokens(FoldedText text) {
        long polynomial = 0;
        int weight = 0;
        int end = 0;
        int start = 0;
        while (true) {
            while (weight < FULL_WEIGHT && end < text.size()) {
                polynomial = polynomial * BASE + text.tokenHash(end);
                weight += text.tokenKind(end++).weight();
            }
            if ((weight < FULL_WEIGHT && start > 0) || end == 0) {
                return start;
            }
            packed[start] = pack(polynomial, start);
            polynomial -= text.tokenHash(start) * POWERS[end - start - 1];
            weight -= text.tokenKind(start++).weight();
        }
    }

    private static long pack(long polynomial, int position) {
        long mixed = (polynomial ^ (polynomial >>> 31)) * 0x94d0_49bb_1331_11ebL;
        return (mixed ^ (mixed >>> 29)) >>> (POSITION_BITS + 1) << POSITION_BITS | Math.min(position, LAST_POSITION);
    }

    private static long[] powers() {
        long[] powers = new long[MAX_SHINGLE_TOKENS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * BASE;
        }
        return powers;
    }
}
