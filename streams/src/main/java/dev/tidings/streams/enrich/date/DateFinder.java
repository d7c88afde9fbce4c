package dev.tidings.streams.enrich.date;

import dev.tidings.streams.enrich.token.Span;
import dev.tidings.streams.enrich.token.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the dates of a text: all kinds of digits, names of months in some fifty languages, Gregorian, Persian and Hijri
 * calendars; without a year the nearest to the publication or to a full date of the text. What is only implied
 * (tomorrow, on Monday) is marked as inferred. Pure, safe for any thread, linear; never throws on any text.
 */
public final class DateFinder {

    /** Name and version of rules and words, for the provenance. */
    public static final String VERSION = "dates/2";

    private DateFinder() {}

    /**
     * Finds the dates.
     *
     * @param tokens the text
     * @param language language of the text (BCP 47), or und
     * @param published day of publication as the article states it
     */
    public static FoundDates findDates(Tokens tokens, String language, Optional<LocalDate> published) {
        DateWordCache words = new DateWordCache(tokens, DateLexicon.forLanguage(language));
        List<DateParts> readings = readDates(tokens, words);
        Set<String> flags = new LinkedHashSet<>();
        WeekdayRule weekdays = new WeekdayRule(tokens, words);
        DateResolver resolver = new DateResolver(language, published.or(() -> findReferenceDay(readings, language)));
        List<FoundDate> stated = new ArrayList<>();
        for (DateParts reading : readings) {
            Optional<WeekdayRule.Named> weekday = reading.hasDay() ? weekdays.findAround(reading) : Optional.empty();
            DateResolver.Resolution resolution = resolver.resolve(reading, weekday.map(WeekdayRule.Named::weekday));
            resolution.flag().ifPresent(flags::add);
            resolution.date().ifPresent(date -> stated.add(mention(tokens, reading, date, weekday)));
        }
        List<FoundDate> inferred = new RelativeDays(tokens, words, published).findRelativeDays(stated);
        return new FoundDates(new DateRoles(tokens, words).assignRoles(stated, inferred), List.copyOf(flags));
    }

    /**
     * Reads a line about the publication, e.g. {@code Date: 30 September 2021}.
     *
     * @return the first full date of the text
     */
    public static Optional<FoundDate> findFirstDate(String text, String language) {
        return findDates(Tokens.of(text), language, Optional.empty()).mentions().stream()
                .filter(date -> date.isStated() && date.day().isPresent())
                .findFirst();
    }

    private static List<DateParts> readDates(Tokens tokens, DateWordCache words) {
        DatePatterns patterns = new DatePatterns(tokens, words);
        List<DateParts> readings = new ArrayList<>();
        int token = 0;
        while (token < tokens.size()) {
            if (tokens.isNumber(token) || !words.isNone(token)) {
                patterns.matchAt(token).ifPresent(readings::add);
            }
            token = Math.max(token, lastOf(readings)) + 1;
        }
        return readings;
    }

    private static int lastOf(List<DateParts> readings) {
        return readings.isEmpty() ? 0 : readings.get(readings.size() - 1).last();
    }

    private static Optional<LocalDate> findReferenceDay(List<DateParts> readings, String language) {
        DateResolver resolver = new DateResolver(language, Optional.empty());
        return readings.stream()
                .filter(reading -> reading.hasYear() && reading.hasDay())
                .flatMap(reading -> resolver.resolve(reading, Optional.empty()).day().stream())
                .findFirst();
    }

    private static FoundDate mention(
            Tokens tokens, DateParts reading, DateResolver.Date date, Optional<WeekdayRule.Named> weekday) {
        int first = weekday.map(WeekdayRule.Named::first).orElse(reading.first());
        int last = weekday.map(WeekdayRule.Named::last).orElse(reading.last());
        Span span = tokens.spanOf(Math.min(first, reading.first()), Math.max(last, reading.last()));
        Optional<Boolean> consistent = weekday.flatMap(
                named -> date.day().map(day -> day.getDayOfWeek().getValue() == named.weekday()));
        return new FoundDate(
                date.iso(),
                date.precision(),
                date.calendar(),
                span.substringOf(tokens.text()),
                span,
                DateRole.BACKGROUND,
                consistent);
    }
}
