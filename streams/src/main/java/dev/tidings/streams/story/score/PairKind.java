package dev.tidings.streams.story.score;

import dev.tidings.streams.enrich.name.lexicon.CapitalNouns;
import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.PairWeights;
import dev.tidings.streams.story.feature.EventFeatures;
import java.util.Set;

/** How two articles may be compared. Each kind turns evidence into the odds of one event by weights of its own. */
public enum PairKind {
    /** Words compare. */
    SAME_LANGUAGE,
    /** Words compare, and any of them may be a name, so that names say little more. */
    SAME_LANGUAGE_ANY_WORD,
    /** Both mark names by capitals. */
    CAPITALS,
    /** In one of them any word may be a name. */
    ANY_WORD;

    private static final Set<String> CASED_SCRIPTS = Set.of("Latn", "Cyrl", "Grek", "Armn");

    /** Returns how two articles may be compared. */
    public static PairKind of(EventFeatures one, EventFeatures other) {
        if (one.language().equals(other.language())) {
            return marksNames(one) ? SAME_LANGUAGE : SAME_LANGUAGE_ANY_WORD;
        }
        return marksNames(one) && marksNames(other) ? CAPITALS : ANY_WORD;
    }

    private static boolean marksNames(EventFeatures features) {
        return CASED_SCRIPTS.contains(features.script()) && !CapitalNouns.areIn(features.language());
    }

    boolean comparesWords() {
        return this == SAME_LANGUAGE || this == SAME_LANGUAGE_ANY_WORD;
    }

    /** Returns the weights in use. */
    public PairWeights weights() {
        return switch (this) {
            case SAME_LANGUAGE -> PairScoreParameters.SAME_LANGUAGE;
            case SAME_LANGUAGE_ANY_WORD -> PairScoreParameters.SAME_LANGUAGE_ANY_WORD;
            case CAPITALS -> PairScoreParameters.CAPITALS;
            case ANY_WORD -> PairScoreParameters.ANY_WORD;
        };
    }

    /** Returns the logarithm of the odds. */
    double logit(PairEvidence evidence) {
        return weights().logit(evidence.cosine(), evidence.words(), evidence.size());
    }
}
