package dev.tidings.streams.dedup.trace;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The words of a text in order, each as a symbol of two bits of its hash. One symbol says next to nothing, a run of
 * sixteen says where the same words stand in another text: by chance four of them agree. Immutable.
 */
public final class WordSymbols {

    /** Most symbols that are kept of a text; what comes after is not compared. */
    public static final int MAX_SYMBOLS = 4_096;
    /** Most symbols of one run. */
    public static final int MAX_RUN = Long.SIZE / 2;

    private static final int PER_LONG = Long.SIZE / 2;
    private static final int PER_BYTE = Byte.SIZE / 2;
    private static final long LOW_BITS = 0x5555_5555_5555_5555L;

    private final long[] packed;
    private final int size;

    private WordSymbols(long[] packed, int size) {
        this.packed = packed;
        this.size = size;
    }

    /** Returns the number of symbols. */
    public int size() {
        return size;
    }

    /**
     * Returns a run of symbols, the first in the lowest bits.
     *
     * @param start its first symbol; may be negative
     * @param length how many, at most {@link #MAX_RUN}; those before the beginning and behind the end are 0
     */
    public long run(int start, int length) {
        if (start < 0) {
            return start + length <= 0 ? 0 : run(0, length + start) << (-2 * start);
        }
        int index = start / PER_LONG;
        int shift = 2 * (start % PER_LONG);
        long low = index < packed.length ? packed[index] >>> shift : 0;
        long high = shift > 0 && index + 1 < packed.length ? packed[index + 1] << (Long.SIZE - shift) : 0;
        return (low | high) & mask(length);
    }

    /** Returns how many of the symbols of two runs of one length are equal. */
    public static int countEqual(long run, long other, int length) {
        long different = run ^ other;
        return length - Long.bitCount((different | different >>> 1) & LOW_BITS);
    }

    /** Returns which of the symbols of two runs of one length are equal: the lower bit of each. */
    public static long equalSymbols(long run, long other, int length) {
        long different = run ^ other;
        return ~(different | different >>> 1) & LOW_BITS & mask(length);
    }

    /** Returns the bits of the first symbols of a run. */
    public static long mask(int length) {
        return length >= PER_LONG ? -1 : (1L << (2 * length)) - 1;
    }

    int byteCount() {
        return (size + PER_BYTE - 1) / PER_BYTE;
    }

    void writeTo(ByteBuffer out) {
        for (int i = 0; i < byteCount(); i++) {
            out.put((byte) (packed[i / Long.BYTES] >>> (Byte.SIZE * (i % Long.BYTES))));
        }
    }

    static WordSymbols readFrom(ByteBuffer in, int size) {
        WordSymbols symbols = new WordSymbols(new long[(size + PER_LONG - 1) / PER_LONG], size);
        for (int i = 0; i < symbols.byteCount(); i++) {
            symbols.packed[i / Long.BYTES] |= (in.get() & 0xffL) << (Byte.SIZE * (i % Long.BYTES));
        }
        return symbols;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WordSymbols symbols && size == symbols.size && Arrays.equals(packed, symbols.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    /** Symbols in the making. For one thread, for one text after another. */
    static final class Builder {

        private long[] packed = new long[16];
        private int size;

        void clear() {
            Arrays.fill(packed, 0);
            size = 0;
        }

        int size() {
            return size;
        }

        boolean isFull() {
            return size == MAX_SYMBOLS;
        }

        /** Adds the symbol of a word; one too many is left out. */
        void add(long wordHash) {
            if (isFull()) {
                return;
            }
            if (size == packed.length * PER_LONG) {
                packed = Arrays.copyOf(packed, 2 * packed.length);
            }
            packed[size / PER_LONG] |= (wordHash >>> (Long.SIZE - 2)) << (2 * (size % PER_LONG));
            size++;
        }

        WordSymbols build() {
            return new WordSymbols(Arrays.copyOf(packed, (size + PER_LONG - 1) / PER_LONG), size);
        }
    }
}
