package dev.tidings.text.language;

import java.util.Arrays;

/**
 * Sums rows of unsigned bytes eight at a time: the even and the odd bytes of a long are added as four lanes of 16 bits,
 * which cannot overflow within 256 additions, then flushed.
 */
final class RowSum {
    private static final long EVEN = 0x00FF00FF00FF00FFL;
    private static final int FLUSH = 256;
    private static final int OFFSET = 128;

    private RowSum() {}

    /**
     * Writes the sum of the first {@code count} rows named in {@code chosen} into {@code sums}.
     *
     * @return what the look ahead read, of no meaning; the caller keeps it, or the look ahead would be optimised away
     */
    static long sumRows(int[] chosen, int count, long[] rows, int[] sums) {
        Arrays.fill(sums, 0);
        long seen = 0;
        for (int from = 0; from < count; from += FLUSH) {
            int to = Math.min(count, from + FLUSH);
            seen ^= lookAhead(chosen, from, to, rows);
            addFew(chosen, from, to, rows, sums);
        }
        for (int d = 0; d < LanguageModel.DIMENSIONS; d++) {
            sums[d] -= OFFSET * count;
        }
        return seen;
    }

    /**
     * Reads the beginning of all rows at once; a row of 16 bytes never lies in two cache lines. The table is larger
     * than the near caches, and a loop this small keeps many more reads under way than one that looks up or sums.
     */
    private static long lookAhead(int[] chosen, int from, int to, long[] rows) {
        long seen = 0;
        for (int i = from; i < to; i++) {
            seen ^= rows[chosen[i] * LanguageModel.LONGS_PER_ROW];
        }
        return seen;
    }

    private static void addFew(int[] chosen, int from, int to, long[] rows, int[] sums) {
        long e0 = 0, o0 = 0, e1 = 0, o1 = 0;
        for (int i = from; i < to; i++) {
            int at = chosen[i] * LanguageModel.LONGS_PER_ROW;
            long a = rows[at];
            long b = rows[at + 1];
            e0 += a & EVEN;
            o0 += (a >>> 8) & EVEN;
            e1 += b & EVEN;
            o1 += (b >>> 8) & EVEN;
        }
        flushLanes(sums, 0, e0, o0);
        flushLanes(sums, 8, e1, o1);
    }

    /** Byte {@code d} of a long is dimension {@code at + d}, the lowest byte first. */
    private static void flushLanes(int[] sums, int at, long even, long odd) {
        for (int lane = 0; lane < 4; lane++) {
            sums[at + 2 * lane] += (int) (even >>> (16 * lane)) & 0xFFFF;
            sums[at + 2 * lane + 1] += (int) (odd >>> (16 * lane)) & 0xFFFF;
        }
    }
}
