package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.sketch.ShingleSketch;

/**
 * Decides by rules in order what two texts are to each other. Thresholds depend on length, since short texts share
 * shingles by chance, and on the titles: texts that share much under other titles are follow-ups and series far more
 * often than copies.
 */
final class TextRules {

    private TextRules() {}

    /** Returns the rule that holds between an incoming and an indexed text; one whose verdict is NEW if none does. */
    static Rule ruleBetween(ShingleSketch incoming, ShingleSketch indexed, Similarity similarity) {
        int length = Math.min(incoming.distinctCount(), indexed.distinctCount());
        if (similarity.numberAgreement() < DuplicateThresholds.SAME_NUMBERS_THRESHOLD) {
            return Rule.NUMBERS_DIFFER;
        }
        TitleAgreement titleAgreement = trustedTitles(similarity);
        if (similarity.jaccard() >= nearFrom(length, titleAgreement) && beginsAlike(titleAgreement, similarity)) {
            return Rule.NEAR;
        }
        double longerBy = (double) Math.max(incoming.distinctCount(), indexed.distinctCount()) / length;
        if (similarity.containment() >= containedFrom(length, titleAgreement, similarity, longerBy)) {
            return containmentRule(incoming.distinctCount() <= indexed.distinctCount(), titleAgreement, similarity);
        }
        if (isRewritten(length, titleAgreement, similarity)) {
            return Rule.REWRITTEN;
        }
        boolean related = similarity.jaccard() >= DuplicateThresholds.RELATED_JACCARD_THRESHOLD
                || similarity.containment() >= DuplicateThresholds.RELATED_CONTAINMENT_THRESHOLD;
        return related ? Rule.RELATED_TEXT : Rule.DISSIMILAR;
    }

    /** A round-up contains the leads of many stories and is none of them. */
    private static Rule containmentRule(
            boolean arrivedIsShorter, TitleAgreement titleAgreement, Similarity similarity) {
        if (arrivedIsShorter) {
            return Rule.CONTAINED;
        }
        return titleAgreement == TitleAgreement.SAME || similarity.jaccard() >= DuplicateThresholds.EXPANSION_THRESHOLD
                ? Rule.EXPANSION
                : Rule.RELATED_TEXT;
    }

    /** Returns whether a URL now carries another article than it did. */
    static boolean isUrlReused(ShingleSketch incoming, ShingleSketch indexed, Similarity similarity) {
        return similarity.jaccard() < DuplicateThresholds.REUSED_URL_THRESHOLD
                && !incoming.title().equalTo(indexed.title());
    }

    /** The rates of every day stand under one title, so a title says nothing where the numbers are others. */
    private static TitleAgreement trustedTitles(Similarity similarity) {
        boolean vouched = similarity.titleAgreement() != TitleAgreement.SAME
                || similarity.numberAgreement() >= DuplicateThresholds.TRUSTED_TITLE_NUMBERS_THRESHOLD;
        return vouched ? similarity.titleAgreement() : TitleAgreement.ALIKE;
    }

    /** A follow-up begins with what is new, a copy with what the other one begins with, or with a frame around it. */
    private static boolean beginsAlike(TitleAgreement titleAgreement, Similarity similarity) {
        return titleAgreement == TitleAgreement.SAME
                || similarity.smallerLead() >= DuplicateThresholds.LEAD_THRESHOLD
                || similarity.jaccard() >= DuplicateThresholds.NEAR_WITHOUT_LEAD_THRESHOLD;
    }

    private static double nearFrom(int length, TitleAgreement titleAgreement) {
        LengthThreshold threshold = switch (titleAgreement) {
            case SAME -> DuplicateThresholds.SAME_TITLE_NEAR_THRESHOLD;
            case ALIKE -> DuplicateThresholds.ALIKE_TITLE_NEAR_THRESHOLD;
            case OTHER ->
                length < DuplicateThresholds.FRAME_LENGTH_THRESHOLD
                        ? DuplicateThresholds.OTHER_TITLE_IN_FRAME_NEAR_THRESHOLD
                        : DuplicateThresholds.OTHER_TITLE_NEAR_THRESHOLD;
            case UNKNOWN -> DuplicateThresholds.UNKNOWN_TITLE_NEAR_THRESHOLD;
        };
        return threshold.forLength(length);
    }

    private static double containedFrom(
            int length, TitleAgreement titleAgreement, Similarity similarity, double longerBy) {
        // Of a short text beside a very long one the sketch shows next to nothing.
        if (titleAgreement == TitleAgreement.SAME) {
            return similarity.shared() < DuplicateThresholds.MIN_SAME_TITLE_SHARED
                    ? DuplicateThresholds.NEVER
                    : DuplicateThresholds.SAME_TITLE_CONTAINED_THRESHOLD.forLength(length);
        }
        // A standing text is contained in ever new articles, and the last report in the follow-up, but below what is
        // new.
        if (similarity.shared() < DuplicateThresholds.MIN_SHARED
                || similarity.longerLead() < DuplicateThresholds.LEAD_THRESHOLD) {
            return DuplicateThresholds.NEVER;
        }
        // Of two texts of about one length, neither of them long, each is as likely filled in on one form.
        if (longerBy < DuplicateThresholds.LONGER_TEXT_THRESHOLD) {
            return DuplicateThresholds.ABOUT_EQUAL_CONTAINED_THRESHOLD.forLength(length);
        }
        // Under another headline a few passages show a copy only if none is missing.
        boolean fewShared = titleAgreement == TitleAgreement.OTHER
                && similarity.shared() < DuplicateThresholds.FEW_SHARED_THRESHOLD;
        LengthThreshold threshold = fewShared
                ? DuplicateThresholds.FEW_SHARED_CONTAINED_THRESHOLD
                : DuplicateThresholds.CONTAINED_THRESHOLD;
        return threshold.forLength(length);
    }

    /** Texts that share only their background have quarters without a match. */
    private static boolean isRewritten(int length, TitleAgreement titleAgreement, Similarity similarity) {
        double jaccard = similarity.jaccard();
        double quarter = similarity.leastQuarter();
        return switch (titleAgreement) {
            case SAME ->
                jaccard >= DuplicateThresholds.REWRITTEN_THRESHOLD
                        || (length >= DuplicateThresholds.SHORT_TEXT_THRESHOLD
                                && jaccard >= DuplicateThresholds.SAME_TITLE_REWRITTEN_THRESHOLD
                                && quarter >= DuplicateThresholds.QUARTER_THRESHOLD);
            case ALIKE ->
                length >= DuplicateThresholds.LONG_TEXT_THRESHOLD
                        && jaccard >= DuplicateThresholds.REWRITTEN_THRESHOLD
                        && quarter >= DuplicateThresholds.ALIKE_TITLE_QUARTER_THRESHOLD
                        && similarity.smallerLead() >= DuplicateThresholds.LEAD_THRESHOLD;
            case UNKNOWN, OTHER ->
                length >= DuplicateThresholds.SHORT_TEXT_THRESHOLD
                        ? rewrittenThroughout(length, similarity)
                        : length >= DuplicateThresholds.CAPTION_LENGTH_THRESHOLD
                                && jaccard >= DuplicateThresholds.SHORT_REWRITTEN_THRESHOLD;
        };
    }

    /**
     * Returns whether a text is rewritten throughout. A rewritten text keeps about as much of each part, of the
     * beginning too; a follow-up begins anew, and two texts in one template have middles that differ, which shows the
     * less the shorter they are.
     */
    private static boolean rewrittenThroughout(int length, Similarity similarity) {
        double even = DuplicateThresholds.EVEN_QUARTERS_THRESHOLD * similarity.mostQuarter();
        double least = similarity.leastQuarter();
        boolean evenly = similarity.smallerLead() >= Math.max(DuplicateThresholds.LEAD_THRESHOLD, even);
        if (length >= DuplicateThresholds.FRAME_LENGTH_THRESHOLD) {
            return evenly
                    && similarity.jaccard() >= DuplicateThresholds.REWRITTEN_THRESHOLD
                    && least >= DuplicateThresholds.QUARTER_THRESHOLD;
        }
        double share = length < DuplicateThresholds.LONG_TEXT_THRESHOLD
                ? DuplicateThresholds.MEDIUM_REWRITTEN_THRESHOLD
                : DuplicateThresholds.REWRITTEN_THRESHOLD;
        return evenly && similarity.jaccard() >= share && least >= Math.max(share, even);
    }
}
