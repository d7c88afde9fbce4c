package dev.tidings.streams.enrich.date;

import java.util.List;
import java.util.stream.Stream;

/**
 * The dates of a text.
 *
 * @param mentions dates in the order of the text
 * @param flags {@link #IMPOSSIBLE_DATE}, {@link #IMPLAUSIBLE_YEAR}, one of what the document says of itself, or none
 */
public record FoundDates(List<FoundDate> mentions, List<String> flags) {

    /** Flag: the text names a day that does not exist, e.g. 31 September; it was left out. */
    public static final String IMPOSSIBLE_DATE = "impossible_date";

    /** Flag: the text names a year that news cannot speak of, e.g. 2999; it was left out. */
    public static final String IMPLAUSIBLE_YEAR = "implausible_year";

    /** Freezes both lists. */
    public FoundDates {
        mentions = List.copyOf(mentions);
        flags = List.copyOf(flags);
    }

    /** Returns the same with one more flag. */
    public FoundDates withFlag(String flag) {
        return new FoundDates(
                mentions, Stream.concat(flags.stream(), Stream.of(flag)).toList());
    }
}
