package dev.tidings.streams.dedup.trace;

import java.util.Map;

/** Ints by 64-bit hashes, in a table with open addresses, most of them free, since most hashes that are asked for are not there. Immutable. */
final class HashTable {

    private final long[] hashes;
    private final int[] values;

    /** Makes the table; a hash of 0 is left out. */
    HashTable(Map<Long, Integer> entries) {
        int size = Integer.highestOneBit(Math.max(8, entries.size())) * 4;
        this.hashes = new long[size];
        this.values = new int[size];
        entries.forEach(this::put);
    }

    private void put(long hash, int value) {
        int slot = slot(hash);
        while (hashes[slot] != 0) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        hashes[slot] = hash;
        values[slot] = value;
    }

    /** Returns the value of a hash; 0 where there is none. */
    int get(long hash) {
        int slot = slot(hash);
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash) {
                return values[slot];
            }
            slot = (slot + 1) & (hashes.length - 1);
        }
        return 0;
    }

    private int slot(long hash) {
        return (int) (hash >>> 40) & (hashes.length - 1);
    }
}
