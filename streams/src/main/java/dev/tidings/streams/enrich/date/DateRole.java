package dev.tidings.streams.enrich.date;

import java.util.Locale;

/** The role of a date in the article, told by place and verbs of saying. */
public enum DateRole {
    /** The day the article is about: the first it names. */
    EVENT,
    /** A day on which somebody said something. */
    STATEMENT,
    /** Any other day. */
    BACKGROUND,
    /** A day that the text only implies: tomorrow, on Monday. */
    INFERRED;

    /** Returns the code it is published as. */
    public String publishedCode() {
        return name().toLowerCase(Locale.ROOT);
    }
}
