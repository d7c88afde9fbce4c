package dev.tidings.streams.dedup.match;

/** The verdict of deduplication on an article. */
public enum Verdict {
    /** Nothing like it was indexed. */
    NEW(false),
    /** Same article or same canonical URL, changed. */
    REVISION(false),
    /** Same folded text. */
    EXACT(true),
    /** Nearly the same text. */
    NEAR(true),
    /** A copy cut short. */
    CONTAINED(true),
    /** A longer version of an indexed article. */
    EXPANSION(false),
    /** Same course in other words. */
    REWRITTEN(false),
    /** Shares passages. */
    RELATED_TEXT(false);

    private final boolean suppressed;

    Verdict(boolean suppressed) {
        this.suppressed = suppressed;
    }

    /** Returns whether the article is withheld from {@code enriched}: the strict class. */
    public boolean isSuppressed() {
        return suppressed;
    }

    /** Returns whether the article belongs to the cluster of the one it was matched with. */
    public boolean joinsCluster() {
        return this != NEW && this != RELATED_TEXT;
    }
}
