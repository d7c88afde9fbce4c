package dev.tidings.streams.story.feature;

/** How much a term counts in its text: by the logarithm of how often it stands there, names and numbers more. */
final class TermWeights {

    private static final double WORD = 1;
    private static final double NAME = 2.5;
    private static final double NUMBER = 1.5;

    private static final int MAX_TIMES = 256;
    /** By the kind and by how often; the same on every machine. */
    private static final int[][] WEIGHTS = {weights(WORD), weights(NAME), weights(NUMBER)};

    private TermWeights() {}

    private static int[] weights(double kind) {
        int[] weights = new int[MAX_TIMES];
        for (int times = 1; times < MAX_TIMES; times++) {
            weights[times] = (int) Math.rint(TermList.UNITS * kind * (1 + StrictMath.log(times)));
        }
        return weights;
    }

    /** Returns the weight in units of {@link TermList#UNITS}. */
    static int weightInText(TermList.Kind kind, int times) {
        return WEIGHTS[kind.code()][Math.min(times, MAX_TIMES - 1)];
    }
}
