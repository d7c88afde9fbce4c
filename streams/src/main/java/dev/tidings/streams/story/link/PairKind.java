package dev.tidings.streams.story.link;

import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.PairWeights;

/** How two articles of different languages compare. Each kind turns evidence into odds by weights of its own. */
public enum PairKind {
    /** Both mark names by capitals. */
    CAPITALS,
    /** In one of them any word may be a name. */
    ANY_WORD;

    /** Returns how two articles compare. */
    public static PairKind of(LinkFeatures one, LinkFeatures other) {
        return one.hasCapitals() && other.hasCapitals() ? CAPITALS : ANY_WORD;
    }

    /** Returns the weights in use. */
    public PairWeights weights() {
        return switch (this) {
            case CAPITALS -> PairScoreParameters.CAPITALS;
            case ANY_WORD -> PairScoreParameters.ANY_WORD;
        };
    }
}
