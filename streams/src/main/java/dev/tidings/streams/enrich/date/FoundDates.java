package dev.tidings.streams.enrich.date;

import java.util.List;

/**
 * The dates of a text.
 *
 * @param mentions dates in the order of the text
 * @param flags {@link #IMPOSSIBLE_DATE}, {@link #IMPLAUSIBLE_YEAR}, or none
 */
public record FoundDates(List<DateMention> mentions, List<String> flags) {

    /** Flag: the text names a day that does not exist, e.g. 31 September; it was left out. */
    public static final String IMPOSSIBLE_DATE = "impossible_date";

    /** Flag: the text names a year that news cannot speak of, e.g. 2999; it was left out. */
    public static final String IMPLAUSIBLE_YEAR = "implausible_year";

    /** Freezes both lists. */
    public FoundDates {
        mentions = List.copyOf(mentions);
        flags = List.copyOf(flags);
    }
}
