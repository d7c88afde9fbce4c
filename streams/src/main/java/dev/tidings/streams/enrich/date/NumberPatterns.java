package dev.tidings.streams.enrich.date;

import static dev.tidings.streams.enrich.token.Tokens.NO_NUMBER;

import dev.tidings.streams.enrich.date.DateParts.Form;
import dev.tidings.streams.enrich.token.Tokens;
import java.util.Optional;

/** Recognises dates written in numbers alone. */
final class NumberPatterns {

    private static final String SEPARATORS = "-/.–‐−";
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;

    private final Tokens tokens;

    NumberPatterns(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the date that begins at a number. */
    Optional<DateParts> matchAt(int token) {
        return numeric(token).or(() -> ideographic(token)).or(() -> izafe(token));
    }

    /** 29 - 09 - 2021, 29.9.2021, 2021-09-29. */
    private Optional<DateParts> numeric(int token) {
        if (!isSeparated(token) || partOfLonger(token)) {
            return Optional.empty();
        }
        int first = tokens.numericValue(token);
        int second = tokens.numericValue(token + 2);
        int third = tokens.numericValue(token + 4);
        if (isYear(token)) {
            return toPlausible(new DateParts(token, token + 4, first, second, third, DateCalendar.GREGORY, Form.CLEAR));
        }
        if (isYear(token + 4) || isShortYear(token)) {
            int year = isYear(token + 4) ? third : 2000 + third;
            return toPlausible(
                    new DateParts(token, token + 4, year, second, first, DateCalendar.GREGORY, Form.DAY_FIRST_NUMBERS));
        }
        return Optional.empty();
    }

    private boolean isSeparated(int token) {
        return tokens.isNumber(token + 4)
                && tokens.isNumber(token + 2)
                && isSeparator(token + 1)
                && isSeparator(token + 3)
                && sign(token + 1) == sign(token + 3)
                && tokens.spanIndex(token) == tokens.spanIndex(token + 4);
    }

    /** A chain of more numbers is an address or a version: 192.168.20.15. */
    private boolean partOfLonger(int token) {
        return (isSeparator(token - 1) && tokens.isNumber(token - 2) && tokens.touchesPrevious(token))
                || (isSeparator(token + 5) && tokens.isNumber(token + 6) && tokens.touchesPrevious(token + 6));
    }

    /** Two digits are a year when the signs leave no space: 29.09.21 is a date, 3 - 2 - 21 a sum. */
    private boolean isShortYear(int token) {
        return tokens.length(token + 4) == 2
                && tokens.length(token + 2) <= 2
                && tokens.length(token) <= 2
                && tokens.end(token + 4) - tokens.start(token) == 4 + tokens.length(token) + tokens.length(token + 2)
                && sign(token + 1) != '-';
    }

    private static Optional<DateParts> toPlausible(DateParts reading) {
        boolean swappable = reading.month() > 12 && reading.form() == Form.DAY_FIRST_NUMBERS && reading.day() <= 12;
        DateParts ordered = swappable ? reading.swapDayMonth() : reading;
        return ordered.day() <= 31 && ordered.month() <= 12 ? Optional.of(ordered) : Optional.empty();
    }

    /** ٢٩ی ٩ی ٢٠٢١, ٢٩ی مانگی ٩ی ٢٠٢١. */
    private Optional<DateParts> izafe(int token) {
        int month = isMonthWord(token + 2) ? token + 3 : token + 2;
        boolean linked = isIzafe(token + 1) && isIzafe(month + 1) && tokens.spanIndex(month) == tokens.spanIndex(token);
        return linked && isDay(token) && isDay(month) && tokens.numericValue(month) <= 12 && isYear(month + 2)
                ? Optional.of(new DateParts(
                        token,
                        month + 2,
                        tokens.numericValue(month + 2),
                        tokens.numericValue(month),
                        tokens.numericValue(token),
                        DateCalendar.GREGORY,
                        Form.CLEAR))
                : Optional.empty();
    }

    private boolean isIzafe(int token) {
        return tokens.isWord(token) && tokens.touchesPrevious(token) && tokens.hasKey(token, "ی");
    }

    private boolean isMonthWord(int token) {
        return tokens.isWord(token) && tokens.hasKey(token, "مانگی");
    }

    /** 2021年9月29日, 2021년 9월 29일, 9月29日. */
    private Optional<DateParts> ideographic(int token) {
        boolean withYear = isYear(token) && isUnit(token + 1, "年년");
        int month = withYear ? token + 2 : token;
        boolean units = isDay(month) && tokens.numericValue(month) <= 12 && isUnit(month + 1, "月월");
        return units && isDay(month + 2) && isUnit(month + 3, "日일")
                ? Optional.of(new DateParts(
                        token,
                        month + 3,
                        withYear ? tokens.numericValue(token) : NO_NUMBER,
                        tokens.numericValue(month),
                        tokens.numericValue(month + 2),
                        DateCalendar.GREGORY,
                        Form.CLEAR))
                : Optional.empty();
    }

    private boolean isUnit(int token, String units) {
        return tokens.isWord(token) && units.indexOf(tokens.text().charAt(tokens.start(token))) >= 0;
    }

    boolean isDay(int token) {
        int number = tokens.numericValue(token);
        return number >= 1 && number <= 31 && tokens.length(token) <= 2;
    }

    boolean isYear(int token) {
        int number = tokens.numericValue(token);
        return tokens.isNumber(token) && tokens.length(token) == 4 && number >= FIRST_YEAR && number <= LAST_YEAR;
    }

    boolean isSeparator(int token) {
        return tokens.isSign(token) && SEPARATORS.indexOf(sign(token)) >= 0;
    }

    char sign(int token) {
        return tokens.text().charAt(tokens.start(token));
    }
}
