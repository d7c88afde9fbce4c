package dev.tidings.streams.story.posting;

import java.util.Arrays;

/**
 * Places of terms in {@link TermCounts}, ascending, each as its distance to the one before in seven bits a byte: a
 * third of what numbers take, of which a million articles would have a hundred each. Immutable.
 */
public final class PackedSlots {

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int MAX_BYTES = 5;

    private final byte[] bytes;

    private PackedSlots(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Packs places.
     *
     * @param slots in any order, repeated ones too; sorted by this
     */
    public static PackedSlots of(int[] slots) {
        Arrays.sort(slots);
        byte[] bytes = new byte[slots.length * MAX_BYTES];
        int size = 0;
        int before = 0;
        for (int slot : slots) {
            int distance = slot - before;
            while (distance >= MORE) {
                bytes[size++] = (byte) (distance | MORE);
                distance >>>= BITS;
            }
            bytes[size++] = (byte) distance;
            before = slot;
        }
        return new PackedSlots(Arrays.copyOf(bytes, size));
    }

    /** Returns how many there are. */
    public int size() {
        int size = 0;
        for (byte part : bytes) {
            size += part >= 0 ? 1 : 0;
        }
        return size;
    }

    /** Returns the places, ascending. */
    public int[] slots() {
        int[] slots = new int[size()];
        int at = 0;
        int slot = 0;
        int shift = 0;
        for (byte part : bytes) {
            slot += (part & (MORE - 1)) << shift;
            shift += BITS;
            if (part >= 0) {
                slots[at++] = slot;
                shift = 0;
            }
        }
        return slots;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedSlots that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return size() + " places";
    }
}
