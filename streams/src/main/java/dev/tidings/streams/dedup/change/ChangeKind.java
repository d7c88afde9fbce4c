package dev.tidings.streams.dedup.change;

import java.util.Locale;

/** A kind of change that a reader of the earlier text would learn from. */
public enum ChangeKind {
    /** More than next to nothing was added. */
    ADDED,
    /** A number is another one. */
    NUMBERS,
    /** A name that the text repeats is another one. */
    NAMES,
    /** Headline or lead deny what they claimed, or claim what they denied. */
    NEGATION,
    /** A notice of correction was added. */
    CORRECTION,
    /** Some words of the headline are others. */
    HEADLINE;

    /** Returns the name that stands in headers and evidence, e.g. {@code numbers}. */
    public String publishedCode() {
        return name().toLowerCase(Locale.ROOT);
    }
}
