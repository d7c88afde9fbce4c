package dev.tidings.streams.dedup.trace;

import java.nio.ByteBuffer;

/** Numbers from 0 in as many bytes as they need, seven bits in each, the lowest first (as in LEB128). */
final class Varints {

    /** Most bytes of one number. */
    static final int MAX_BYTES = 5;

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private Varints() {}

    static void put(ByteBuffer out, int number) {
        int rest = number;
        while (rest >= MORE) {
            out.put((byte) (rest | MORE));
            rest >>>= BITS;
        }
        out.put((byte) rest);
    }

    /**
     * Reads a number.
     *
     * @param most the largest one that is right
     * @throws IllegalArgumentException when it is larger, or longer than any
     * @throws java.nio.BufferUnderflowException when the bytes end before it does
     */
    static int get(ByteBuffer in, int most) {
        long number = 0;
        for (int i = 0; i < MAX_BYTES; i++) {
            byte next = in.get();
            number |= (long) (next & (MORE - 1)) << (BITS * i);
            if (next >= 0) {
                if (number > most) {
                    break;
                }
                return (int) number;
            }
        }
        throw new IllegalArgumentException("a number of up to " + most + " was expected");
    }
}
