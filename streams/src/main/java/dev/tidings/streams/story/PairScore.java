package dev.tidings.streams.story;

import java.util.List;

/**
 * How likely two articles tell of one event.
 *
 * @param evidence what they share, in numbers
 * @param probability probability of one event, 0 to 1
 * @param reasons what they share, the strongest first
 */
record PairScore(PairEvidence evidence, double probability, List<StoryReason> reasons) {

    /** Returns the same for articles that are too little to be judged. */
    PairScore unjudged() {
        return new PairScore(evidence, 0, reasons);
    }
}
