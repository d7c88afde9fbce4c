package dev.tidings.streams.extract;

/** What a block of an article is. */
public enum TextBlockRole {
    /** The title. */
    HEADLINE(false),
    /** The opening that sums the article up. */
    LEAD(true),
    /** A paragraph of the article. */
    PARAGRAPH(true),
    /** Words under a picture. */
    CAPTION(false),
    /** Who wrote it. */
    BYLINE(false),
    /** Where and when it was written. */
    DATELINE(false),
    /** A line about the article, e.g. {@code Date: 30 September 2021}. */
    METADATA(false),
    /** Words that the publisher puts beside every article. */
    BOILERPLATE(false),
    /** The same words as the block before. */
    DUPLICATE(false);

    private final boolean body;

    TextBlockRole(boolean body) {
        this.body = body;
    }

    /** Returns whether a block of this role belongs to the body. */
    public boolean isBody() {
        return body;
    }
}
