package dev.tidings.streams.duplicate;

/**
 * What two texts are to each other, by rules in order. Limits depend on length, since short texts share shingles by
 * chance, and on the titles: texts that share much under other titles are follow-ups and series far more often than copies.
 */
final class TextRules {

    private static final int SHORT = 40;
    private static final int LONG = 120;
    /** The line under a series of pictures or recordings is the same every week; who repeats more repeats a report. */
    private static final int LONGER_THAN_CAPTIONS = 20;

    private static final double THE_SAME = 0.95;
    private static final double NEVER = 2;
    private static final double SAME_NUMBERS = 0.6;
    private static final double NEARLY_ALL_NUMBERS = 0.8;
    private static final int FEWEST_SHARED_UNDER_ONE_TITLE = 4;
    private static final int FEWEST_SHARED = 5;
    private static final int FEW_SHARED = 12;
    private static final double FOR_CERTAIN_LONGER = 1.5;
    private static final double EVEN = 0.5;
    private static final double SAME_LEAD = 0.3;
    private static final double ALL_BUT_A_FRAME = 0.85;
    /** The frame of a site has up to 150 words, in which two short texts agree as long as the frame is not known. */
    private static final int LONGER_THAN_FRAMES = 180;

    private TextRules() {}

    /** Returns the rule that holds between a text that came and one that is held; one whose verdict is NEW if none. */
    static Rule between(ShingleSketch arrived, ShingleSketch held, Similarity similarity) {
        int length = Math.min(arrived.distinct(), held.distinct());
        if (similarity.numberAgreement() < SAME_NUMBERS) {
            return Rule.NUMBERS_DIFFER;
        }
        Titles titles = titles(similarity);
        if (similarity.jaccard() >= nearFrom(length, titles) && beginsAlike(titles, similarity)) {
            return Rule.NEAR;
        }
        double longerBy = (double) Math.max(arrived.distinct(), held.distinct()) / length;
        if (similarity.containment() >= containedFrom(length, titles, similarity, longerBy)) {
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

    /** A follow-up begins with what is new, a copy with what the other one begins with, or with a frame around it. */
    private static boolean beginsAlike(Titles titles, Similarity similarity) {
        return titles == Titles.SAME || similarity.lead() >= SAME_LEAD || similarity.jaccard() >= ALL_BUT_A_FRAME;
    }

    private static double nearFrom(int length, Titles titles) {
        return switch (titles) {
            case SAME -> byLength(length, 0.6, 0.45, 0.4);
            case ALIKE -> byLength(length, NEVER, 0.95, 0.5);
            case OTHER -> byLength(length, NEVER, 0.85, length < LONGER_THAN_FRAMES ? 0.6 : 0.55);
            case UNKNOWN -> byLength(length, 0.8, 0.65, 0.5);
        };
    }

    private static double containedFrom(int length, Titles titles, Similarity similarity, double longerBy) {
        // Of a short text beside a very long one the sketch shows next to nothing.
        if (titles == Titles.SAME) {
            return similarity.shared() < FEWEST_SHARED_UNDER_ONE_TITLE ? NEVER : byLength(length, 0.75, 0.8, 0.75);
        }
        // A standing text is contained in ever new articles, and the last report in the follow-up, but below what is
        // new.
        if (similarity.shared() < FEWEST_SHARED || similarity.longerLead() < SAME_LEAD) {
            return NEVER;
        }
        // Of two texts of about one length, neither of them long, each is as likely filled in on one form.
        if (longerBy < FOR_CERTAIN_LONGER) {
            return byLength(length, NEVER, 0.97, 0.8);
        }
        // Under another headline a few passages show a copy only if none is missing.
        boolean fewShared = titles == Titles.OTHER && similarity.shared() < FEW_SHARED;
        return byLength(length, 0.95, fewShared ? 0.95 : 0.85, 0.8);
    }

    /** Texts that share only their background have quarters without a match. */
    private static boolean rewritten(int length, Titles titles, Similarity similarity) {
        double jaccard = similarity.jaccard();
        double quarter = similarity.leastQuarter();
        return switch (titles) {
            case SAME -> jaccard >= 0.2 || (length >= SHORT && jaccard >= 0.12 && quarter >= 0.1);
            case ALIKE -> length >= LONG && jaccard >= 0.2 && quarter >= 0.2 && similarity.lead() >= SAME_LEAD;
            case UNKNOWN, OTHER ->
                length >= SHORT
                        ? rewrittenThroughout(length, similarity)
                        : length >= LONGER_THAN_CAPTIONS && jaccard >= THE_SAME;
        };
    }

    /**
     * Who rewrites a text keeps about as much of each part, of its beginning too; who follows it up begins anew, and who
     * frames two texts alike leaves their middles apart, which shows the less the shorter they are.
     */
    private static boolean rewrittenThroughout(int length, Similarity similarity) {
        double most = similarity.mostQuarter();
        double least = similarity.leastQuarter();
        boolean evenly = similarity.lead() >= Math.max(SAME_LEAD, EVEN * most);
        if (length >= LONGER_THAN_FRAMES) {
            return evenly && similarity.jaccard() >= 0.2 && least >= 0.1;
        }
        double share = length < LONG ? 0.4 : 0.2;
        return evenly && similarity.jaccard() >= share && least >= Math.max(share, EVEN * most);
    }

    private static double byLength(int length, double ofShort, double ofMiddle, double ofLong) {
        if (length < SHORT) {
            return ofShort;
        }
        return length < LONG ? ofMiddle : ofLong;
    }
}
