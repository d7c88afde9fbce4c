package dev.tidings.text.trainer;

import java.util.Arrays;

/**
 * Counts by 64-bit hash, a few columns each: an open-addressed table of the places of the counts, walked in the order
 * of the table.
 */
final class HashCounts {
    private static final int FIRST_CAPACITY = 1 << 20;

    private final int columns;
    private long[] keys;
    private int[] places;
    private int[] counts;
    private int size;

    HashCounts(int columns) {
        this(columns, FIRST_CAPACITY, FIRST_CAPACITY / 2);
    }

    private HashCounts(int columns, int capacity, int places) {
        this.columns = columns;
        this.keys = new long[capacity];
        this.places = new int[capacity];
        this.counts = new int[places * columns];
    }

    interface Visit {
        void visitRow(long hash, int[] counts);
    }

    void increment(long hash, int column) {
        if (2 * size >= keys.length) {
            growTable();
        }
        int slot = slotOf(hash);
        if (keys[slot] == 0) {
            putRow(slot, hash);
        }
        counts[places[slot] * columns + column]++;
    }

    /** Increments only a hash that is there already, and returns whether it is. */
    boolean incrementKnown(long hash, int column) {
        int slot = slotOf(hash);
        if (keys[slot] == 0) {
            return false;
        }
        counts[places[slot] * columns + column]++;
        return true;
    }

    /** Returns a table of the same hashes with all counts 0, without those counted less than {@code fewest} times. */
    HashCounts withAtLeast(int fewest, int newColumns) {
        int kept = 0;
        for (int place = 0; place < size; place++) {
            kept += counts[place * columns] >= fewest ? 1 : 0;
        }
        HashCounts table = new HashCounts(newColumns, Integer.highestOneBit(Math.max(kept, 1)) * 4, kept);
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0 && counts[places[slot] * columns] >= fewest) {
                table.putRow(table.slotOf(keys[slot]), keys[slot]);
            }
        }
        return table;
    }

    void forEach(Visit visit) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                int from = places[slot] * columns;
                visit.visitRow(keys[slot], Arrays.copyOfRange(counts, from, from + columns));
            }
        }
    }

    private void putRow(int slot, long hash) {
        keys[slot] = hash;
        places[slot] = size++;
    }

    private void growTable() {
        long[] old = keys;
        int[] oldPlaces = places;
        keys = new long[2 * old.length];
        places = new int[2 * old.length];
        counts = Arrays.copyOf(counts, 2 * counts.length);
        for (int i = 0; i < old.length; i++) {
            if (old[i] != 0) {
                int slot = slotOf(old[i]);
                keys[slot] = old[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    private int slotOf(long hash) {
        int slot = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
