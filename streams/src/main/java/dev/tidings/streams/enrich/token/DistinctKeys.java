package dev.tidings.streams.enrich.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The different match keys of a text, numbered from 0 as they come: each is made and hashed once. */
final class DistinctKeys {

    private static final long BASE = 0x9e37_79b9_7f4a_7c15L;
    private static final int MOST_SHARED = 1 << 14;
    private static final int LONGEST_SHARED = 64;

    /**
     * Keys of articles before: one that comes again is not made again, and is told from others by identity. One takes the
     * place of another; strings may be read and written here without a lock.
     */
    private static final @Nullable String[] SHARED = new @Nullable String[MOST_SHARED];

    private String[] keys;
    private long[] hashes;
    private int size;
    /** Numbers plus one by hash, at most half of them taken; 0 where there is none. */
    private int[] slots;

    DistinctKeys(int expected) {
        this.keys = new String[expected];
        this.hashes = new long[expected];
        this.slots = new int[2 * Integer.highestOneBit(2 * expected)];
    }

    /** Returns the number of the key that stands in the first units of an array. */
    int number(char[] units, int length) {
        long hash = hash(units, length);
        int slot = slot(hash);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && isEqual(keys[number], units, length)) {
                return number;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return add(length > LONGEST_SHARED ? new String(units, 0, length) : shared(units, length, hash), hash, slot);
    }

    /** Returns the keys by their number. */
    String[] toArray() {
        return Arrays.copyOf(keys, size);
    }

    private static String shared(char[] units, int length, long hash) {
        int place = (int) (hash >>> 40) & (MOST_SHARED - 1);
        String known = SHARED[place];
        if (known != null && isEqual(known, units, length)) {
            return known;
        }
        String key = new String(units, 0, length);
        SHARED[place] = key;
        return key;
    }

    private int add(String key, long hash, int slot) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        keys[size] = key;
        hashes[size] = hash;
        slots[slot] = ++size;
        if (2 * size > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        for (int number = 0; number < size; number++) {
            int slot = slot(hashes[number]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number + 1;
        }
    }

    private int slot(long hash) {
        return (int) (hash >>> 32) & (slots.length - 1);
    }

    private static long hash(char[] units, int length) {
        long hash = length;
        for (int at = 0; at < length; at++) {
            hash = (hash ^ units[at]) * BASE;
        }
        return hash ^ (hash << 32);
    }

    private static boolean isEqual(String key, char[] units, int length) {
        if (key.length() != length) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (key.charAt(at) != units[at]) {
                return false;
            }
        }
        return true;
    }
}
