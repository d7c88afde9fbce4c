package dev.tidings.streams.story.posting;

/** Natural logarithms of whole numbers, the same on every machine and quick for small ones. */
public final class Logarithms {

    private static final int TABLE_SIZE = 1 << 16;
    private static final double[] TABLE = new double[TABLE_SIZE];

    static {
        for (int number = 1; number < TABLE_SIZE; number++) {
            TABLE[number] = StrictMath.log(number);
        }
    }

    private Logarithms() {}

    /** Returns the natural logarithm of a number of at least 1. */
    public static double lnOf(int number) {
        return number < TABLE_SIZE ? TABLE[number] : StrictMath.log(number);
    }
}
