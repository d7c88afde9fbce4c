package dev.tidings.streams.story;

import dev.tidings.streams.enrich.name.CapitalNouns;
import java.util.Set;

/**
 * How two articles may be compared. Each kind turns evidence into the odds of one event by weights of its own, fitted by
 * logistic regression on parallel and unrelated news.
 */
enum PairKind {
    /** Words compare. */
    SAME_LANGUAGE(1.2, 12.4, 36.0, -1.84),
    /** Words compare, and any of them may be a name, so that names say little more. */
    SAME_LANGUAGE_ANY_WORD(-9.0, 6.0, 36.0, 0),
    /** Both mark names by capitals. */
    CAPITALS(5.9, 26.3, 0, -1.8),
    /** In one of them any word may be a name. */
    ANY_WORD(-4.8, 24.0, 0, -0.13);

    private static final Set<String> CASED_SCRIPTS = Set.of("Latn", "Cyrl", "Grek", "Armn");

    private final double bias;
    private final double byCosine;
    private final double byWords;
    private final double bySize;

    PairKind(double bias, double byCosine, double byWords, double bySize) {
        this.bias = bias;
        this.byCosine = byCosine;
        this.byWords = byWords;
        this.bySize = bySize;
    }

    static PairKind of(EventFeatures one, EventFeatures other) {
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

    /** Returns the logarithm of the odds. */
    double logit(PairEvidence evidence) {
        return bias + byCosine * evidence.cosine() + byWords * evidence.words() + bySize * evidence.size();
    }
}
