package dev.tidings.streams.story.strand;

/**
 * What an article and a strand share, as parts of a cosine.
 *
 * @param names part of names, 0 to 1
 * @param others part of all other terms, 0 to 1
 * @param cased whether the article has names that capitals mark
 */
record Overlap(double names, double others, boolean cased) {

    private static final double UNITS = (double) StrandParameters.VECTOR_LENGTH * StrandParameters.VECTOR_LENGTH;

    /** Returns what two articles share. */
    static Overlap between(TermVector one, TermVector other) {
        int names = 0;
        int others = 0;
        int at = 0;
        for (int term = 0; term < one.size() && at < other.size(); term++) {
            while (at < other.size() && other.hashAt(at) < one.hashAt(term)) {
                at++;
            }
            if (at < other.size() && other.hashAt(at) == one.hashAt(term)) {
                int product = one.weightAt(term) * other.weightAt(at);
                names += one.isNameAt(term) ? product : 0;
                others += one.isNameAt(term) ? 0 : product;
            }
        }
        return new Overlap(names / UNITS, others / UNITS, one.nameBits() != 0);
    }

    /** Returns how well they fit, 0 to 1: who and what have both to agree. */
    double score() {
        if (!cased) {
            return StrandParameters.UNCASED_FACTOR * others;
        }
        double both = 2 * Math.sqrt(names * others);
        return (1 - StrandParameters.BOTH_SHARE) * (names + others) + StrandParameters.BOTH_SHARE * both;
    }
}
