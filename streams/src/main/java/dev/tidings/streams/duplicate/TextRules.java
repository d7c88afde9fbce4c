package dev.tidings.streams.duplicate;

/** What two texts are to each other, by rules in order. Limits depend on length: short texts share shingles by chance. */
final class TextRules {

    private static final int SHORT = 40;
    private static final int LONG = 120;

    private TextRules() {}

    /** Returns the rule that holds between a text that came and one that is held; one whose verdict is NEW if none. */
    static Rule between(ShingleSketch arrived, ShingleSketch held, Similarity similarity) {
        int length = Math.min(arrived.distinct(), held.distinct());
        if (!similarity.numbersAgree()) {
            return Rule.NUMBERS_DIFFER;
        }
        if (similarity.jaccard() >= nearFrom(length)) {
            return Rule.NEAR;
        }
        if (length >= SHORT && similarity.containment() >= containedFrom(length)) {
            return arrived.distinct() <= held.distinct() ? Rule.CONTAINED : Rule.EXPANSION;
        }
        if (length >= LONG && similarity.jaccard() >= 0.12 && similarity.leastQuarter() >= 0.1) {
            return Rule.REWRITTEN;
        }
        boolean related = similarity.jaccard() >= 0.2 || similarity.containment() >= 0.4;
        return related ? Rule.RELATED_TEXT : Rule.DISSIMILAR;
    }

    /** Returns whether an address now carries another article than it did. */
    static boolean reused(ShingleSketch arrived, ShingleSketch held, Similarity similarity) {
        return similarity.jaccard() < 0.1 && !arrived.sameTitle(held);
    }

    private static double nearFrom(int length) {
        if (length < SHORT) {
            return 0.8;
        }
        return length < LONG ? 0.65 : 0.5;
    }

    private static double containedFrom(int length) {
        return length < LONG ? 0.9 : 0.8;
    }
}
