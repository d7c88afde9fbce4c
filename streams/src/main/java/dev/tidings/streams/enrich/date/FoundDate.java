package dev.tidings.streams.enrich.date;

import dev.tidings.streams.enrich.token.Span;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A date in a text.
 *
 * @param iso ISO 8601 value by the Gregorian calendar: {@code 2021-09-29}, {@code 2021-09}, {@code 2021}, or
 *     {@code --09-29} where no year could be told
 * @param precision how exactly it is known
 * @param calendar calendar it is written in
 * @param surface its characters, the weekday before it included
 * @param span where they stand
 * @param role what it is to the article
 * @param weekdayConsistent whether the weekday named with it agrees; empty when none is named
 */
public record FoundDate(
        String iso,
        DatePrecision precision,
        DateCalendar calendar,
        String surface,
        Span span,
        DateRole role,
        Optional<Boolean> weekdayConsistent) {

    private static final int FULL_DATE = 10;

    /** Returns the day; empty when only a month, a year, or no year is known. */
    public Optional<LocalDate> day() {
        return iso.length() == FULL_DATE ? Optional.of(parsed()) : Optional.empty();
    }

    /** As {@link LocalDate#parse} does, in a tenth of the time. */
    private LocalDate parsed() {
        return LocalDate.of(
                Integer.parseInt(iso, 0, 4, 10),
                Integer.parseInt(iso, 5, 7, 10),
                Integer.parseInt(iso, 8, FULL_DATE, 10));
    }

    /** Returns whether the text says the date, rather than implying it. */
    public boolean isStated() {
        return role != DateRole.INFERRED;
    }

    /** Returns the same date with more of the text as its surface. */
    public FoundDate withSurface(String other) {
        return new FoundDate(iso, precision, calendar, other, span, role, weekdayConsistent);
    }

    FoundDate withRole(DateRole other) {
        return new FoundDate(iso, precision, calendar, surface, span, other, weekdayConsistent);
    }
}
