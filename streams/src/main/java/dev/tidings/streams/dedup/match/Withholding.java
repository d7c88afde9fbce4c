package dev.tidings.streams.dedup.match;

/** Which articles are withheld from subscribers because they have had them. */
public enum Withholding {
    /** Whatever tells nothing new. */
    COPIES,
    /** Equal texts alone. */
    EXACT,
    /** None: whoever subscribes decides by the verdict. */
    NOTHING;

    /** Returns whether an article of this verdict is withheld. */
    public boolean withholds(Verdict verdict) {
        return switch (this) {
            case COPIES -> verdict.isCopy();
            case EXACT -> verdict == Verdict.EXACT;
            case NOTHING -> false;
        };
    }
}
