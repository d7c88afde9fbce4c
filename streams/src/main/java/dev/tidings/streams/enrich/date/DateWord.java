package dev.tidings.streams.enrich.date;

/**
 * What a word means in a date.
 *
 * @param kind kind of meaning
 * @param value month 1 to 12, weekday 1 (Monday) to 7, days from today, or direction -1 or 1; 0 otherwise
 * @param calendar calendar of a month's name
 */
record DateWord(Kind kind, int value, DateCalendar calendar) {

    static final DateWord NONE = new DateWord(Kind.NONE, 0, DateCalendar.GREGORY);

    enum Kind {
        NONE,
        MONTH,
        WEEKDAY,
        /** today, tomorrow, yesterday */
        RELATIVE,
        /** last, next */
        DIRECTION,
        /** A word between the parts of a date: of, de, مانگی, th. */
        LINK,
        /** The word for day before a weekday: ڕۆژی, يوم. */
        DAY,
        /** A word before a bare year: in, since, ساڵی. */
        YEAR,
        /** The word for year after its number, where the year goes first: gada, жылғы. */
        AFTER_YEAR,
        /** A verb of saying. */
        SAY
    }

    boolean hasKind(Kind other) {
        return kind == other;
    }
}
