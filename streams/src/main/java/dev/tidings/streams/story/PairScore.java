package dev.tidings.streams.story;

import java.util.List;

/**
 * How likely two articles tell of one event.
 *
 * @param evidence what they share, in numbers
 * @param logit logarithm of the odds for one event
 * @param reasons what they share, the strongest first
 */
record PairScore(PairEvidence evidence, double logit, List<StoryReason> reasons) {

    /** Of articles that are too little to be judged. */
    private static final double UNJUDGED = -10;

    double probability() {
        return 1 / (1 + Math.exp(-logit));
    }

    /** Returns the same for articles that are too little to be judged. */
    PairScore unjudged() {
        return new PairScore(evidence, UNJUDGED, reasons);
    }
}
