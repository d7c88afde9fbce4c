package dev.tidings.streams.dedup.trace;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers from 0 in ascending order, some of them perhaps several times. Immutable. */
public final class Codes {

    /** No number. */
    public static final Codes NONE = new Codes(new int[0]);

    private final int[] ascending;

    private Codes(int[] ascending) {
        this.ascending = ascending;
    }

    /** Returns some numbers, in any order, each as often as it comes; of more than a limit the smallest. */
    static Codes of(int[] numbers, int limit) {
        if (numbers.length == 0) {
            return NONE;
        }
        int[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return new Codes(sorted.length <= limit ? sorted : Arrays.copyOf(sorted, limit));
    }

    /** Returns how many there are. */
    public int size() {
        return ascending.length;
    }

    /** Returns whether a number is among them. */
    public boolean contains(int number) {
        return Arrays.binarySearch(ascending, number) >= 0;
    }

    /** Returns the number at a place of the ascending order. */
    int get(int place) {
        return ascending[place];
    }

    /** Returns a place at which a number stands; it is there. */
    int indexOf(int number) {
        return Arrays.binarySearch(ascending, number);
    }

    /** Returns how often a number is among them. */
    public int count(int number) {
        int found = Arrays.binarySearch(ascending, number);
        if (found < 0) {
            return 0;
        }
        int first = found;
        while (first > 0 && ascending[first - 1] == number) {
            first--;
        }
        int end = found + 1;
        while (end < ascending.length && ascending[end] == number) {
            end++;
        }
        return end - first;
    }

    /** Returns them in ascending order. */
    public IntStream stream() {
        return IntStream.of(ascending);
    }

    /** Returns the largest; there is at least one. */
    int last() {
        return ascending[ascending.length - 1];
    }

    /** Returns how many bytes {@link #writeTo} writes at most. */
    int maxBytes() {
        return (1 + ascending.length) * Varints.MAX_BYTES;
    }

    /** Writes how many there are, and of each by how much it is larger than the one before. */
    void writeTo(ByteBuffer out) {
        Varints.put(out, ascending.length);
        int before = 0;
        for (int number : ascending) {
            Varints.put(out, number - before);
            before = number;
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws IllegalArgumentException when there are more than a limit, or it is something else
     * @throws java.nio.BufferUnderflowException when the bytes end before
     */
    static Codes readFrom(ByteBuffer in, int limit) {
        int[] numbers = new int[Varints.get(in, Math.min(limit, in.remaining()))];
        int before = 0;
        for (int i = 0; i < numbers.length; i++) {
            before += Varints.get(in, Integer.MAX_VALUE - before);
            numbers[i] = before;
        }
        return numbers.length == 0 ? NONE : new Codes(numbers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Codes codes && Arrays.equals(ascending, codes.ascending);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ascending);
    }

    @Override
    public String toString() {
        return Arrays.toString(ascending);
    }
}
