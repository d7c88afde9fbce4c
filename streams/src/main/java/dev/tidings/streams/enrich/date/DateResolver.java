package dev.tidings.streams.enrich.date;

import dev.tidings.streams.enrich.date.DateParts.Form;
import dev.tidings.text.pack.LanguagePack;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns the written parts of a date into a day of the Gregorian calendar. */
final class DateResolver {

    private static final int FIRST_ERA_YEAR = 1300;
    private static final int LAST_ERA_YEAR = 1500;

    /** The value of a date. */
    record Date(String iso, DatePrecision precision, DateCalendar calendar, Optional<LocalDate> day) {}

    /** A date, or the flag that says why there is none. */
    record Resolution(Optional<Date> date, Optional<String> flag) {

        Optional<LocalDate> day() {
            return date.flatMap(Date::day);
        }

        static Resolution of(Date date) {
            return new Resolution(Optional.of(date), Optional.empty());
        }

        static Resolution failed(String flag) {
            return new Resolution(Optional.empty(), Optional.of(flag));
        }
    }

    private final String language;
    private final Optional<LocalDate> reference;

    /** Makes the resolver of a text in a language (BCP 47), with the day that dates without a year are near to. */
    DateResolver(String language, Optional<LocalDate> reference) {
        this.language = language;
        this.reference = reference;
    }

    Resolution resolve(DateParts written, Optional<Integer> weekday) {
        DateParts reading = inCalendar(written);
        if (reading.hasYear() && !reading.calendar().isPlausible(reading.year())) {
            return Resolution.failed(FoundDates.IMPLAUSIBLE_YEAR);
        }
        if (!reading.hasDay()) {
            return Resolution.of(withoutDay(reading));
        }
        return reading.hasYear() ? full(reading, weekday) : withoutYear(reading);
    }

    /** A year like 1400 is Persian or Hijri: by the month's name, else by the language. */
    private DateParts inCalendar(DateParts written) {
        if (!written.hasYear()) {
            return written;
        }
        boolean era = written.year() >= FIRST_ERA_YEAR && written.year() <= LAST_ERA_YEAR;
        DateCalendar calendar = era && written.calendar() == DateCalendar.GREGORY && written.hasDay()
                ? ofLanguage()
                : written.calendar();
        return written.withCalendar(calendar).withYear(calendar.ownYear(written.year()));
    }

    private DateCalendar ofLanguage() {
        return LanguagePack.of(language)
                .value("calendar")
                .map(calendar -> DateCalendar.valueOf(calendar.toUpperCase(Locale.ROOT)))
                .orElse(DateCalendar.GREGORY);
    }

    private static Date withoutDay(DateParts reading) {
        if (!reading.hasMonth()) {
            return new Date(String.valueOf(reading.year()), DatePrecision.YEAR, reading.calendar(), Optional.empty());
        }
        // A month of another calendar spans two of ours; the one its middle falls in stands for it.
        Optional<LocalDate> middle = reading.calendar().toGregorianDay(reading.year(), reading.month(), 15);
        String iso = middle.map(day -> day.toString().substring(0, 7)).orElse(String.valueOf(reading.year()));
        return new Date(iso, DatePrecision.MONTH, reading.calendar(), Optional.empty());
    }

    private Resolution full(DateParts reading, Optional<Integer> weekday) {
        DateParts ordered = needsSwap(reading, weekday) ? reading.swapDayMonth() : reading;
        DatePrecision precision = isAmbiguous(reading, weekday) ? DatePrecision.AMBIGUOUS : DatePrecision.DAY;
        return day(ordered)
                .map(day -> Resolution.of(new Date(day.toString(), precision, reading.calendar(), Optional.of(day))))
                .orElse(Resolution.failed(FoundDates.IMPOSSIBLE_DATE));
    }

    private static Optional<LocalDate> day(DateParts reading) {
        return reading.calendar().toGregorianDay(reading.year(), reading.month(), reading.day());
    }

    private static boolean needsSwap(DateParts reading, Optional<Integer> weekday) {
        return weekday.isPresent()
                && bothWays(reading)
                && !fallsOnWeekday(reading, weekday.get())
                && fallsOnWeekday(reading.swapDayMonth(), weekday.get());
    }

    private static boolean fallsOnWeekday(DateParts reading, int weekday) {
        return day(reading)
                .filter(day -> day.getDayOfWeek().getValue() == weekday)
                .isPresent();
    }

    /** Only English is written both ways round; a weekday tells them apart. */
    private boolean isAmbiguous(DateParts reading, Optional<Integer> weekday) {
        boolean english = language.toLowerCase(Locale.ROOT).startsWith("en") || language.equals("und");
        boolean decided = weekday.isPresent()
                && fallsOnWeekday(reading, weekday.get()) != fallsOnWeekday(reading.swapDayMonth(), weekday.get());
        return english && bothWays(reading) && !decided;
    }

    private static boolean bothWays(DateParts reading) {
        return reading.form() == Form.DAY_FIRST_NUMBERS && reading.day() <= 12 && reading.day() != reading.month();
    }

    private Resolution withoutYear(DateParts reading) {
        DateCalendar calendar = reading.calendar();
        if (reference.isEmpty()) {
            return calendar == DateCalendar.GREGORY
                    ? resolveYearless(reading)
                    : Resolution.failed(FoundDates.IMPOSSIBLE_DATE);
        }
        LocalDate near = reference.get();
        int year = calendar.yearOf(near);
        return IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(candidate -> day(reading.withYear(candidate)))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(day -> Math.abs(day.toEpochDay() - near.toEpochDay())))
                .map(day -> Resolution.of(new Date(day.toString(), DatePrecision.DAY, calendar, Optional.of(day))))
                .orElse(Resolution.failed(FoundDates.IMPOSSIBLE_DATE));
    }

    private static Resolution resolveYearless(DateParts reading) {
        // 2000 is a leap year: 29 February exists.
        return reading.calendar()
                .toGregorianDay(2000, reading.month(), reading.day())
                .map(day -> Resolution.of(new Date(
                        "--" + day.toString().substring(5), DatePrecision.DAY, reading.calendar(), Optional.empty())))
                .orElse(Resolution.failed(FoundDates.IMPOSSIBLE_DATE));
    }
}
