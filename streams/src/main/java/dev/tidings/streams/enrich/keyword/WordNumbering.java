package dev.tidings.streams.enrich.keyword;

import java.util.Arrays;

/** Numbers different values from 0 in the order they come, for one text after another in memory that is used again. */
final class WordNumbering {

    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;
    private static final int MIN_CAPACITY = 8;

    private long[] values;
    /** Numbers plus one, at most three quarters of them taken; 0 where there is none. */
    private int[] slots;

    /** The number of slots in use, a power of two, less one. */
    private int mask;

    private int size;

    /** Makes an empty one for a few values. */
    WordNumbering() {
        this.values = new long[MIN_CAPACITY / 4 * 3];
        this.slots = new int[MIN_CAPACITY];
        this.mask = MIN_CAPACITY - 1;
    }

    /**
     * Forgets all values.
     *
     * @param expected about how many values there will be; there may be more
     */
    void clear(int expected) {
        size = 0;
        useSlots(2 * Integer.highestOneBit(expected + expected / 3 + MIN_CAPACITY));
    }

    /** Uses so many slots, all free; a long text before may have left more than this one needs. */
    private void useSlots(int length) {
        if (length > slots.length) {
            values = Arrays.copyOf(values, length / 4 * 3);
            slots = new int[length];
        } else {
            Arrays.fill(slots, 0, length, 0);
        }
        mask = length - 1;
    }

    /** Returns the number of a value. */
    int getOrAssign(long value) {
        int slot = slot(value);
        while (slots[slot] != 0 && values[slots[slot] - 1] != value) {
            slot = (slot + 1) & mask;
        }
        return slots[slot] != 0 ? slots[slot] - 1 : add(value, slot);
    }

    /** Returns how many different values there were. */
    int size() {
        return size;
    }

    private int add(long value, int slot) {
        if (size == (mask + 1) / 4 * 3) {
            grow();
            return getOrAssign(value);
        }
        values[size] = value;
        slots[slot] = size + 1;
        return size++;
    }

    private void grow() {
        useSlots(2 * (mask + 1));
        for (int number = 0; number < size; number++) {
            int slot = slot(values[number]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    private int slot(long value) {
        return (int) ((value * SPREAD) >>> 32) & mask;
    }
}
