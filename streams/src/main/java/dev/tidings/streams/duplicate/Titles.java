package dev.tidings.streams.duplicate;

/** What two titles say of their texts. */
public enum Titles {
    /** Nearly the same words: most likely one article. */
    SAME,
    /** Many of the same words: an edited headline, or the next one of a series. */
    ALIKE,
    /** Other words: another article, or a copy under another headline. */
    OTHER,
    /** One has no title, or a very short one. */
    UNKNOWN
}
