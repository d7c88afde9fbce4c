package dev.tidings.streams.enrich.token;

import java.util.Arrays;

/** The different match keys of a text, numbered from 0 as they come: each is kept once, all of them in one array. */
final class DistinctKeys {

    private static final int CHARS_PER_KEY = 8;

    /** The keys; those that filled a shorter array stay in it. */
    private char[] units;

    private int used;
    private Word[] keys;
    private int size;
    /** Numbers plus one by hash, at most half of them taken; 0 where there is none. */
    private int[] slots;

    DistinctKeys(int expected) {
        this.units = new char[CHARS_PER_KEY * expected];
        this.keys = new Word[expected];
        this.slots = new int[2 * Integer.highestOneBit(2 * expected)];
    }

    /** Returns the number of the key that stands in the first units of an array. */
    int getOrAssign(char[] key, int length) {
        long hash = Word.hashOf(key, 0, length);
        int slot = slot(hash);
        while (slots[slot] != 0) {
            Word known = keys[slots[slot] - 1];
            if (known.hash() == hash && known.hasKey(key, length)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return add(copyOf(key, length, hash), slot);
    }

    /** Returns the words by their number. */
    Word[] toArray() {
        return Arrays.copyOf(keys, size);
    }

    private Word copyOf(char[] key, int length, long hash) {
        if (used + length > units.length) {
            units = new char[Math.max(units.length, CHARS_PER_KEY * length)];
            used = 0;
        }
        System.arraycopy(key, 0, units, used, length);
        used += length;
        return new Word(units, used - length, length, hash);
    }

    private int add(Word key, int slot) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size] = key;
        slots[slot] = ++size;
        if (2 * size > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        for (int number = 0; number < size; number++) {
            int slot = slot(keys[number].hash());
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number + 1;
        }
    }

    private int slot(long hash) {
        return (int) (hash >>> 32) & (slots.length - 1);
    }
}
