package dev.tidings.streams.enrich.date;

import java.util.Locale;

/** How exactly a date is known. */
public enum DatePrecision {
    /** The year. */
    YEAR,
    /** The month of a year. */
    MONTH,
    /** The day, or day and month where no year could be told. */
    DAY,
    /** The minute. */
    MINUTE,
    /** Day and month may be the other way round. */
    AMBIGUOUS;

    /** Returns the code it is published as. */
    public String publishedCode() {
        return name().toLowerCase(Locale.ROOT);
    }
}
