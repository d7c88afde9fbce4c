package dev.tidings.text.language;

import java.util.Arrays;

/**
 * Sums rows of unsigned bytes eight at a time: the even and the odd bytes of a long are added as four lanes of 16 bits,
 * which cannot overflow within 256 additions, then flushed.
 */
final class RowSum {
    private static final long EVEN = 0x00FF00FF00FF00FFL;
    /** So many rows find room in lanes. */
    static final int MAX_ROWS = 256;

    /** Longs that hold the sums of all dimensions. */
    static final int LANES = 4;

    private static final int OFFSET = 128;

    private RowSum() {}

    /**
     * Writes the sum of the first {@code count} rows named in {@code chosen} into {@code sums}.
     *
     * @return what the look ahead read, of no meaning; the caller keeps it, or the look ahead would be optimised away
     */
    static long sumRows(int[] chosen, int count, long[] rows, int[] sums) {
        Arrays.fill(sums, 0);
        long seen = addRows(chosen, count, rows, sums);
        subtractOffsets(sums, count);
        return seen;
    }

    /** Adds the same to what is in {@code sums}, but for the offsets. */
    static long addRows(int[] chosen, int count, long[] rows, int[] sums) {
        long seen = 0;
        for (int from = 0; from < count; from += MAX_ROWS) {
            int to = Math.min(count, from + MAX_ROWS);
            seen ^= lookAhead(chosen, from, to, rows);
            addFew(chosen, from, to, rows, sums);
        }
        return seen;
    }

    /**
     * Reads the beginning of all rows at once; a row of 16 bytes never lies in two cache lines. The table is larger
     * than the near caches, and a loop this small keeps many more reads under way than one that looks up or sums.
     */
    static long lookAhead(int[] chosen, int from, int to, long[] rows) {
        long seen = 0;
        for (int i = from; i < to; i++) {
            seen ^= rows[chosen[i] * LanguageModel.LONGS_PER_ROW];
        }
        return seen;
    }

    private static void addFew(int[] chosen, int from, int to, long[] rows, int[] sums) {
        long[] lanes = new long[LANES];
        sumLanes(chosen, from, to, rows, lanes, 0);
        flushLanes(sums, lanes);
    }

    /**
     * Writes the sums of rows as lanes of 16 bits, without their signs: what {@link #sumRows} subtracts is still in them.
     *
     * @param from the first of the rows named in {@code chosen}
     * @param to the row after the last, at most {@link #MAX_ROWS} further
     * @param lanes receives {@link #LANES} longs from {@code at} on
     */
    static void sumLanes(int[] chosen, int from, int to, long[] rows, long[] lanes, int at) {
        long e0 = 0, o0 = 0, e1 = 0, o1 = 0;
        for (int i = from; i < to; i++) {
            int row = chosen[i] * LanguageModel.LONGS_PER_ROW;
            long a = rows[row];
            long b = rows[row + 1];
            e0 += a & EVEN;
            o0 += (a >>> 8) & EVEN;
            e1 += b & EVEN;
            o1 += (b >>> 8) & EVEN;
        }
        lanes[at] = e0;
        lanes[at + 1] = o0;
        lanes[at + 2] = e1;
        lanes[at + 3] = o1;
    }

    /** Adds the sums in {@link #LANES} lanes to {@code sums}. */
    static void flushLanes(int[] sums, long[] lanes) {
        flushLanes(sums, 0, lanes[0], lanes[1]);
        flushLanes(sums, 8, lanes[2], lanes[3]);
    }

    /** Takes from the sums of rows what each row has too much, since its signed bytes are stored with that added. */
    static void subtractOffsets(int[] sums, int count) {
        for (int d = 0; d < LanguageModel.DIMENSIONS; d++) {
            sums[d] -= OFFSET * count;
        }
    }

    /** Byte {@code d} of a long is dimension {@code at + d}, the lowest byte first. */
    private static void flushLanes(int[] sums, int at, long even, long odd) {
        for (int lane = 0; lane < 4; lane++) {
            sums[at + 2 * lane] += (int) (even >>> (16 * lane)) & 0xFFFF;
            sums[at + 2 * lane + 1] += (int) (odd >>> (16 * lane)) & 0xFFFF;
        }
    }
}
