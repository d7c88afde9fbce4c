package dev.tidings.streams.enrich.date;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The calendar a date is written in. */
public enum DateCalendar {
    /** Gregorian. */
    GREGORY("gregory"),
    /** Solar Hijri, as in Iran; with years counted by Kurdish era as well, 1321 more. */
    PERSIAN("persian"),
    /** Lunar Hijri, as the Umm al-Qura tables have it. */
    ISLAMIC("islamic-umalqura");

    private static final int KURDISH_ERA = 1321;
    private static final int FIRST_KURDISH_YEAR = 2500;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2100;

    private final String code;

    DateCalendar(String code) {
        this.code = code;
    }

    /** Returns the name that CLDR gives it. */
    public String cldrName() {
        return code;
    }

    /** Returns the year as this calendar counts: a Kurdish 2721 is the Persian 1400. */
    int ownYear(int year) {
        return this == PERSIAN && year >= FIRST_KURDISH_YEAR ? year - KURDISH_ERA : year;
    }

    /** Returns whether news can speak of such a year: 1000 to 2100 by the Gregorian calendar. */
    boolean isPlausible(int year) {
        int gregorian = switch (this) {
            case GREGORY -> year;
            case PERSIAN -> year + 621;
            case ISLAMIC -> year + 579;
        };
        return gregorian >= FIRST_YEAR && gregorian <= LAST_YEAR;
    }

    /** Returns the Gregorian day; empty when there is no such day, e.g. a 31 September. */
    Optional<LocalDate> toGregorianDay(int year, int month, int day) {
        return this == GREGORY ? gregorianDay(year, month, day) : otherDay(year, month, day);
    }

    private static Optional<LocalDate> gregorianDay(int year, int month, int day) {
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private Optional<LocalDate> otherDay(int year, int month, int day) {
        Calendar calendar = newCalendar();
        calendar.clear();
        calendar.setLenient(false);
        calendar.set(year, month - 1, day);
        try {
            long days = Math.floorDiv(calendar.getTimeInMillis(), 86_400_000L);
            return Optional.of(LocalDate.ofEpochDay(days));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private Calendar newCalendar() {
        return Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("@calendar=" + code));
    }

    /** Returns the year of this calendar in which a Gregorian day falls. */
    int yearOf(LocalDate day) {
        if (this == GREGORY) {
            return day.getYear();
        }
        Calendar calendar = newCalendar();
        calendar.setTimeInMillis(day.toEpochDay() * 86_400_000L);
        return calendar.get(Calendar.YEAR);
    }
}
