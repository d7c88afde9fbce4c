package dev.tidings.streams.story.score;

import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.index.StoryReason;
import java.util.Comparator;
import java.util.List;

/**
 * How likely two articles tell of one event.
 *
 * @param evidence what they share, in numbers
 * @param logit logarithm of the odds for one event
 * @param shared what they share, in no order
 */
public record PairScore(PairEvidence evidence, double logit, List<StoryReason> shared) {

    private static final int MAX_REASONS = 8;

    private static final Comparator<StoryReason> HEAVIEST_FIRST = Comparator.comparingDouble(StoryReason::weight)
            .reversed()
            .thenComparing(StoryReason::kind)
            .thenComparing(StoryReason::value);

    /** Returns the strongest of what they share, the strongest first: of most pairs nobody asks. */
    public List<StoryReason> reasons() {
        return strongestReasons(StoryReason.STRONGEST_FIRST);
    }

    /** Returns those that counted most, by which rules decide. */
    public List<StoryReason> heaviestReasons() {
        return strongestReasons(HEAVIEST_FIRST);
    }

    private List<StoryReason> strongestReasons(Comparator<StoryReason> order) {
        return shared.stream().sorted(order).limit(MAX_REASONS).toList();
    }

    double probability() {
        return 1 / (1 + Math.exp(-logit));
    }

    /** Returns the same evidence with the logit of articles that are too short to be scored. */
    public PairScore unscored() {
        return new PairScore(evidence, PairScoreParameters.UNSCORED_LOGIT, shared);
    }
}
