package dev.tidings.text.language;

import java.util.Arrays;

/** Counts by 64-bit hash, a few columns each: an open-addressed table, walked in the order of the table. */
final class HashCounts {
    private final int columns;
    private long[] keys = new long[1 << 20];
    private int[] counts;
    private int size;

    HashCounts(int columns) {
        this(columns, 1 << 20);
    }

    private HashCounts(int columns, int capacity) {
        this.columns = columns;
        keys = new long[capacity];
        counts = new int[capacity * columns];
    }

    interface Visit {
        void row(long hash, int[] counts);
    }

    void increment(long hash, int column) {
        if (2 * size > keys.length) {
            grow();
        }
        int slot = slot(hash);
        if (keys[slot] == 0) {
            keys[slot] = hash;
            size++;
        }
        counts[slot * columns + column]++;
    }

    /** Increments only a hash that is there already, and returns whether it is. */
    boolean incrementKnown(long hash, int column) {
        int slot = slot(hash);
        if (keys[slot] == 0) {
            return false;
        }
        counts[slot * columns + column]++;
        return true;
    }

    /** Returns a table of the same hashes with all counts 0, without those counted less than {@code fewest} times. */
    HashCounts withAtLeast(int fewest, int newColumns) {
        int kept = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            kept += counts[slot * columns] >= fewest ? 1 : 0;
        }
        HashCounts table = new HashCounts(newColumns, Integer.highestOneBit(Math.max(kept, 1)) * 4);
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0 && counts[slot * columns] >= fewest) {
                table.keys[table.slot(keys[slot])] = keys[slot];
                table.size++;
            }
        }
        return table;
    }

    void forEach(Visit visit) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                visit.row(keys[slot], Arrays.copyOfRange(counts, slot * columns, (slot + 1) * columns));
            }
        }
    }

    private void grow() {
        HashCounts larger = new HashCounts(columns, 2 * keys.length);
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                int to = larger.slot(keys[slot]);
                larger.keys[to] = keys[slot];
                System.arraycopy(counts, slot * columns, larger.counts, to * columns, columns);
            }
        }
        keys = larger.keys;
        counts = larger.counts;
    }

    private int slot(long hash) {
        int slot = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
