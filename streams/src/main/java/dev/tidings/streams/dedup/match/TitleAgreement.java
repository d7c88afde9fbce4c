package dev.tidings.streams.dedup.match;

/** What two titles say of their texts. */
public enum TitleAgreement {
    /** Nearly the same words: most likely one article. */
    SAME,
    /** Many of the same words: an edited headline, or the next one of a series. */
    ALIKE,
    /** Other words: another article, or a copy under another headline. */
    OTHER,
    /** One has no title, or a very short one. */
    UNKNOWN
}
