package dev.tidings.streams.enrich.date;

import dev.tidings.streams.enrich.token.Tokens;

/**
 * The parts of a date as a text writes them; a part that is missing is {@link Tokens#NO_NUMBER}.
 *
 * @param first its first token
 * @param last its last token
 * @param year year as written
 * @param month month
 * @param day day
 * @param calendar calendar of the month's name; Gregorian when the month is a number
 * @param form how day and month were told apart
 */
record DateParts(int first, int last, int year, int month, int day, DateCalendar calendar, Form form) {

    enum Form {
        /** The month is a name, or stands between year and day. */
        CLEAR,
        /** Two numbers that may both be the month; read as day before month. */
        DAY_FIRST_NUMBERS
    }

    boolean hasYear() {
        return year != Tokens.NO_NUMBER;
    }

    boolean hasDay() {
        return day != Tokens.NO_NUMBER;
    }

    boolean hasMonth() {
        return month != Tokens.NO_NUMBER;
    }

    DateParts swapDayMonth() {
        return new DateParts(first, last, year, day, month, calendar, form);
    }

    DateParts withCalendar(DateCalendar other) {
        return new DateParts(first, last, year, month, day, other, form);
    }

    DateParts withYear(int other) {
        return new DateParts(first, last, other, month, day, calendar, form);
    }
}
