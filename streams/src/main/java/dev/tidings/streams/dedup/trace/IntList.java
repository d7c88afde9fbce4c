package dev.tidings.streams.dedup.trace;

import java.util.Arrays;

/** Ints in order, in memory that is used again. For one thread. */
final class IntList {

    private int[] values = new int[16];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int size() {
        return size;
    }

    /** Returns the array behind it, valid until something is added. */
    int[] array() {
        return values;
    }

    /** Returns the values from one index up to another. */
    int[] copy(int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }
}
