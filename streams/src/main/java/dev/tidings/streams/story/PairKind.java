package dev.tidings.streams.story;

import java.util.Set;

/**
 * How two articles may be compared. Each kind turns evidence into a probability by weights of its own, fitted by
 * logistic regression on parallel and unrelated news.
 */
enum PairKind {
    /** Words compare. */
    SAME_LANGUAGE(-8.0, 9.0, 0, 0.03, 14.0),
    /** Both mark names by capitals. */
    CAPITALS(-5.9, 39.8, -11.2, 0.228, 0),
    /** In one of them any word may be a name. */
    ANY_WORD(-5.5, 48.8, 1.5, 0.072, 0);

    /** Languages that write all nouns with a capital. */
    private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb");

    private static final Set<String> CASED_SCRIPTS = Set.of("Latn", "Cyrl", "Grek", "Armn");

    private final double bias;
    private final double byCosine;
    private final double byOverlap;
    private final double byWeight;
    private final double byWords;

    PairKind(double bias, double byCosine, double byOverlap, double byWeight, double byWords) {
        this.bias = bias;
        this.byCosine = byCosine;
        this.byOverlap = byOverlap;
        this.byWeight = byWeight;
        this.byWords = byWords;
    }

    static PairKind of(EventFeatures one, EventFeatures other) {
        if (one.language().equals(other.language())) {
            return SAME_LANGUAGE;
        }
        return marksNames(one) && marksNames(other) ? CAPITALS : ANY_WORD;
    }

    private static boolean marksNames(EventFeatures features) {
        return CASED_SCRIPTS.contains(features.script()) && !CAPITAL_NOUNS.contains(features.language());
    }

    double probability(PairEvidence evidence) {
        double sum = bias
                + byCosine * evidence.cosine()
                + byOverlap * evidence.overlap()
                + byWeight * evidence.weight()
                + byWords * evidence.words();
        return 1 / (1 + Math.exp(-sum));
    }
}
