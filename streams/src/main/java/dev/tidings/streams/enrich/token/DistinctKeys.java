package dev.tidings.streams.enrich.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The different match keys of a text, numbered from 0 as they come: each is made and hashed once. */
final class DistinctKeys {

    private static final long BASE = 0x9e37_79b9_7f4a_7c15L;
    private static final int MAX_SHARED_WORDS = 1 << 15;
    private static final int MAX_SHARED_WORD_CHARS = 64;

    /**
     * Words of articles before: one that comes again is not made again, and has with it what was found out about it. It
     * stands at its place or the one beside it, until two newer ones have taken both. Words may be read and written
     * here without a lock.
     */
    private static final @Nullable Word[] SHARED = new @Nullable Word[MAX_SHARED_WORDS];

    /**
     * The hash of the word at each place: one that is not there is told without a look at the words, which lie all over
     * the memory. Another thread may have changed one of the two only; then the word is looked at in vain, or made anew.
     */
    private static final long[] SHARED_HASHES = new long[MAX_SHARED_WORDS];

    private Word[] keys;
    private long[] hashes;
    private int size;
    /** Numbers plus one by hash, at most half of them taken; 0 where there is none. */
    private int[] slots;

    DistinctKeys(int expected) {
        this.keys = new Word[expected];
        this.hashes = new long[expected];
        this.slots = new int[2 * Integer.highestOneBit(2 * expected)];
    }

    /** Returns the number of the key that stands in the first units of an array. */
    int getOrAssign(char[] units, int length) {
        long hash = hash(units, length);
        int slot = slot(hash);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && keys[number].hasKey(units, length)) {
                return number;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return add(
                length > MAX_SHARED_WORD_CHARS ? new Word(units, length) : internWord(units, length, hash), hash, slot);
    }

    /** Returns the words by their number. */
    Word[] toArray() {
        return Arrays.copyOf(keys, size);
    }

    private static Word internWord(char[] units, int length, long hash) {
        int place = (int) (hash >>> 40) & (MAX_SHARED_WORDS - 1);
        Word known = SHARED[place];
        if (SHARED_HASHES[place] == hash && known != null && known.hasKey(units, length)) {
            return known;
        }
        Word neighbour = SHARED[place ^ 1];
        if (SHARED_HASHES[place ^ 1] == hash && neighbour != null && neighbour.hasKey(units, length)) {
            return neighbour;
        }
        Word word = new Word(units, length);
        SHARED[place ^ 1] = known;
        SHARED_HASHES[place ^ 1] = SHARED_HASHES[place];
        SHARED[place] = word;
        SHARED_HASHES[place] = hash;
        return word;
    }

    private int add(Word key, long hash, int slot) {
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
}
