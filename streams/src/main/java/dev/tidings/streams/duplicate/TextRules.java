package dev.tidings.streams.duplicate;

/**
 * What two texts are to each other, by rules in order. Limits depend on length, since short texts share shingles by
 * chance, and on the titles: texts that share much under other titles are follow-ups and series far more often than copies.
 */
final class TextRules {

    private static final int SHORT = 40;
    private static final int LONG = 120;
    private static final double NEVER = 2;
    private static final double SAME_NUMBERS = 0.6;
    private static final double NEARLY_ALL_NUMBERS = 0.8;
    private static final int FEWEST_SHARED_UNDER_ONE_TITLE = 4;
    private static final int FEWEST_SHARED = 8;

    private TextRules() {}

    /** Returns the rule that holds between a text that came and one that is held; one whose verdict is NEW if none. */
    static Rule between(ShingleSketch arrived, ShingleSketch held, Similarity similarity) {
        int length = Math.min(arrived.distinct(), held.distinct());
        if (similarity.numberAgreement() < SAME_NUMBERS) {
            return Rule.NUMBERS_DIFFER;
        }
        Titles titles = titles(similarity);
        if (similarity.jaccard() >= nearFrom(length, titles)) {
            return Rule.NEAR;
        }
        if (similarity.containment() >= containedFrom(length, titles, similarity.shared())) {
            return contained(arrived.distinct() <= held.distinct(), titles, similarity);
        }
        if (rewritten(length, titles, similarity)) {
            return Rule.REWRITTEN;
        }
        boolean related = similarity.jaccard() >= 0.2 || similarity.containment() >= 0.4;
        return related ? Rule.RELATED_TEXT : Rule.DISSIMILAR;
    }

    /** A round-up contains the leads of many stories and is none of them. */
    private static Rule contained(boolean arrivedIsShorter, Titles titles, Similarity similarity) {
        if (arrivedIsShorter) {
            return Rule.CONTAINED;
        }
        return titles == Titles.SAME || similarity.jaccard() >= 0.3 ? Rule.EXPANSION : Rule.RELATED_TEXT;
    }

    /** Returns whether an address now carries another article than it did. */
    static boolean reused(ShingleSketch arrived, ShingleSketch held, Similarity similarity) {
        return similarity.jaccard() < 0.1 && !arrived.title().equalTo(held.title());
    }

    /** The rates of every day stand under one title, so a title says nothing where the numbers are others. */
    private static Titles titles(Similarity similarity) {
        boolean vouched = similarity.titles() != Titles.SAME || similarity.numberAgreement() >= NEARLY_ALL_NUMBERS;
        return vouched ? similarity.titles() : Titles.ALIKE;
    }

    private static double nearFrom(int length, Titles titles) {
        return switch (titles) {
            case SAME -> byLength(length, 0.6, 0.45, 0.4);
            case ALIKE -> byLength(length, NEVER, 0.95, 0.5);
            case OTHER -> byLength(length, NEVER, 0.8, 0.6);
            case UNKNOWN -> byLength(length, 0.8, 0.65, 0.5);
        };
    }

    private static double containedFrom(int length, Titles titles, int shared) {
        // Of a short text beside a very long one the sketch shows next to nothing.
        if (shared < (titles == Titles.SAME ? FEWEST_SHARED_UNDER_ONE_TITLE : FEWEST_SHARED)) {
            return NEVER;
        }
        return switch (titles) {
            case SAME -> byLength(length, 0.75, 0.8, 0.75);
            // A standing text of a few sentences is contained in ever new articles.
            case UNKNOWN -> byLength(length, NEVER, 0.9, 0.8);
            case ALIKE, OTHER -> byLength(length, NEVER, 0.97, 0.85);
        };
    }

    /** Texts that share only their background have quarters without a match. */
    private static boolean rewritten(int length, Titles titles, Similarity similarity) {
        double jaccard = similarity.jaccard();
        double quarter = similarity.leastQuarter();
        return switch (titles) {
            case SAME -> jaccard >= 0.2 || (length >= SHORT && jaccard >= 0.12 && quarter >= 0.1);
            case ALIKE, UNKNOWN -> length >= LONG && jaccard >= 0.2 && quarter >= 0.2;
            case OTHER -> false;
        };
    }

    private static double byLength(int length, double ofShort, double ofMiddle, double ofLong) {
        if (length < SHORT) {
            return ofShort;
        }
        return length < LONG ? ofMiddle : ofLong;
    }
}
