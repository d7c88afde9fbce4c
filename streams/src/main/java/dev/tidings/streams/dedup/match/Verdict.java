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
    /** The text of an indexed article with other facts. */
    UPDATED(false),
    /** The text of an indexed article and more. */
    EXPANSION(false),
    /** Same course in other words. */
    REWRITTEN(false),
    /** Shares passages. */
    RELATED_TEXT(false);

    private final boolean copy;

    Verdict(boolean copy) {
        this.copy = copy;
    }

    /** Returns whether the article tells nothing new, so that it is withheld where copies are. */
    public boolean isCopy() {
        return copy;
    }

    /** Returns whether the article belongs to the cluster of the one it was matched with. */
    public boolean joinsCluster() {
        return this != NEW && this != RELATED_TEXT;
    }
}
