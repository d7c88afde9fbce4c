package dev.tidings.streams.dedup.trace;

/**
 * A number that a text states, as an int: its digits and up to two decimals where they fit, else a hash of them. Equal
 * numbers have equal codes, however their groups are parted and in whatever digits they are written.
 */
public final class StatedNumber {

    private static final int SCALE_BITS = 2;
    private static final int HASHED = 3;
    private static final int MAX_DIGITS = 1 << (Integer.SIZE - 1 - SCALE_BITS);

    private StatedNumber() {}

    /**
     * Returns the code of a number.
     *
     * @param digits its digits without a sign, those behind the point too
     * @param decimals how many stand behind the point
     */
    static int codeOf(long digits, int decimals) {
        long rest = digits;
        int scale = decimals;
        while (scale > 0 && rest % 10 == 0) {
            rest /= 10;
            scale--;
        }
        if (scale < HASHED && rest < MAX_DIGITS) {
            return (int) rest << SCALE_BITS | scale;
        }
        long mixed = (rest * 4 + scale) * 0x9e37_79b9_7f4a_7c15L;
        return (int) (mixed >>> (Long.SIZE - Integer.SIZE + 1 + SCALE_BITS)) << SCALE_BITS | HASHED;
    }

    /** Returns a number as people write it, with a point before decimals; empty when only its hash is known. */
    public static String textOf(int code) {
        int scale = code & HASHED;
        if (scale == HASHED) {
            return "";
        }
        String digits = String.valueOf(code >>> SCALE_BITS);
        if (scale == 0) {
            return digits;
        }
        String padded = "0".repeat(Math.max(0, scale + 1 - digits.length())) + digits;
        int point = padded.length() - scale;
        return padded.substring(0, point) + "." + padded.substring(point);
    }
}
