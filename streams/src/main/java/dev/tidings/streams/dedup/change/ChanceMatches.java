package dev.tidings.streams.dedup.change;

import dev.tidings.streams.dedup.trace.WordSymbols;

/**
 * How many symbols of a run have to agree for it to be no chance. By chance each agrees with a probability of a quarter,
 * and a little more, since some words are frequent; the more places a run is looked for at, the more have to.
 */
final class ChanceMatches {

    private static final double AGREES_BY_CHANCE = 0.28;
    /** How often a run that is new may be taken for one that stands anywhere in a known text. */
    static final double ERROR_ANYWHERE = 0.02;
    /** How often a run that is new may be taken for an edited one, where it stands in its place. */
    static final double ERROR_IN_PLACE = 0.1;

    /** By length and count: how likely at least so many agree. */
    private static final double[][] TAILS = tails();

    private ChanceMatches() {}

    /**
     * Returns the fewest equal symbols of a run that are no chance.
     *
     * @param length of the run, at most {@link WordSymbols#MAX_RUN}
     * @param places at how many places it is looked for
     * @param maxError how often chance may be taken for a match, 0 to 1
     * @return at most the length and one, which no run reaches
     */
    static int minEqual(int length, int places, double maxError) {
        double[] tail = TAILS[length];
        int equal = 0;
        while (equal <= length && tail[equal] * places > maxError) {
            equal++;
        }
        return equal;
    }

    private static double[][] tails() {
        double[][] tails = new double[WordSymbols.MAX_RUN + 1][];
        for (int length = 0; length < tails.length; length++) {
            tails[length] = tail(length);
        }
        return tails;
    }

    private static double[] tail(int length) {
        double[] tail = new double[length + 1];
        double probability = Math.pow(AGREES_BY_CHANCE, length);
        double sum = 0;
        for (int equal = length; equal >= 0; equal--) {
            sum += probability;
            tail[equal] = sum;
            probability *= equal * (1 - AGREES_BY_CHANCE) / ((length - equal + 1) * AGREES_BY_CHANCE);
        }
        return tail;
    }
}
