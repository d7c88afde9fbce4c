package dev.tidings.streams.enrich.date;

import static dev.tidings.streams.enrich.token.Tokens.NO_NUMBER;

import dev.tidings.streams.enrich.date.DateReading.Form;
import dev.tidings.streams.enrich.date.DateWord.Kind;
import dev.tidings.streams.enrich.token.Tokens;
import java.util.Optional;

/** Recognises the written forms of dates, token by token. */
final class DatePatterns {

    private static final String SEPARATORS = "-/.–‐−";
    private static final int MOST_LINKS = 3;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;

    private final Tokens tokens;
    private final MeantWords words;

    DatePatterns(Tokens tokens, MeantWords words) {
        this.tokens = tokens;
        this.words = words;
    }

    /** Returns the date that begins at a token. */
    Optional<DateReading> at(int token) {
        if (tokens.isNumber(token)) {
            return numeric(token)
                    .or(() -> ideographic(token))
                    .or(() -> dayMonth(token))
                    .or(() -> bareYear(token));
        }
        return monthDay(token);
    }

    /** 29 - 09 - 2021, 29.9.2021, 2021-09-29. */
    private Optional<DateReading> numeric(int token) {
        if (!isSeparated(token) || partOfLonger(token)) {
            return Optional.empty();
        }
        int first = tokens.number(token);
        int second = tokens.number(token + 2);
        int third = tokens.number(token + 4);
        if (isYear(token)) {
            return plausible(new DateReading(token, token + 4, first, second, third, DateCalendar.GREGORY, Form.CLEAR));
        }
        if (isYear(token + 4) || isShortYear(token)) {
            int year = isYear(token + 4) ? third : 2000 + third;
            return plausible(new DateReading(
                    token, token + 4, year, second, first, DateCalendar.GREGORY, Form.DAY_FIRST_NUMBERS));
        }
        return Optional.empty();
    }

    private boolean isSeparated(int token) {
        return tokens.isNumber(token + 4)
                && tokens.isNumber(token + 2)
                && isSeparator(token + 1)
                && isSeparator(token + 3)
                && sign(token + 1) == sign(token + 3)
                && tokens.span(token) == tokens.span(token + 4);
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

    private static Optional<DateReading> plausible(DateReading reading) {
        boolean swappable = reading.month() > 12 && reading.form() == Form.DAY_FIRST_NUMBERS && reading.day() <= 12;
        DateReading ordered = swappable ? reading.swapped() : reading;
        return ordered.day() <= 31 && ordered.month() <= 12 ? Optional.of(ordered) : Optional.empty();
    }

    /** 2021年9月29日, 2021년 9월 29일. */
    private Optional<DateReading> ideographic(int token) {
        boolean units = isUnit(token + 1, "年년") && isUnit(token + 3, "月월") && isUnit(token + 5, "日일");
        return units && isYear(token)
                ? Optional.of(new DateReading(
                        token,
                        token + 5,
                        tokens.number(token),
                        tokens.number(token + 2),
                        tokens.number(token + 4),
                        DateCalendar.GREGORY,
                        Form.CLEAR))
                : Optional.empty();
    }

    private boolean isUnit(int token, String units) {
        return tokens.isWord(token) && units.indexOf(tokens.text().charAt(tokens.start(token))) >= 0;
    }

    /** 29 September 2021, ٢٧ی ئەیلوولی ٢٠٢١, 29 de septiembre. */
    private Optional<DateReading> dayMonth(int token) {
        if (!isDay(token) || (isSeparator(token - 1) && tokens.touchesPrevious(token))) {
            return Optional.empty();
        }
        int month = afterLinks(token + 1, false);
        return month(month, token, token);
    }

    /** September 29, 2021; September 2021. */
    private Optional<DateReading> monthDay(int token) {
        if (!words.at(token).word().is(Kind.MONTH)) {
            return Optional.empty();
        }
        int next = token + words.at(token).tokens();
        int day = tokens.isSign(next, '.') ? next + 1 : next;
        return isDay(day) && tokens.span(day) == tokens.span(token)
                ? withDayAfter(token, day)
                : month(token, token, NO_NUMBER).filter(DateReading::hasYear);
    }

    private Optional<DateReading> withDayAfter(int token, int day) {
        DateWord month = words.at(token).word();
        int ordinal = words.at(day + 1).word().is(Kind.LINK) && tokens.touchesPrevious(day + 1) ? 1 : 0;
        int year = afterLinks(day + 1 + ordinal, true);
        boolean yearFollows = isYear(year) && tokens.span(year) == tokens.span(token);
        return Optional.of(new DateReading(
                token,
                yearFollows ? year : day + ordinal,
                yearFollows ? tokens.number(year) : NO_NUMBER,
                month.value(),
                tokens.number(day),
                month.calendar(),
                Form.CLEAR));
    }

    private Optional<DateReading> month(int at, int first, int dayToken) {
        DateLexicon.Match match = words.at(at);
        if (!match.word().is(Kind.MONTH) || tokens.span(at) != tokens.span(first)) {
            return Optional.empty();
        }
        int last = secondName(at + match.tokens() - 1, match.word());
        int year = afterLinks(last + 1, true);
        boolean yearFollows = isYear(year) && tokens.span(year) == tokens.span(first);
        return Optional.of(new DateReading(
                first,
                yearFollows ? year : last,
                yearFollows ? tokens.number(year) : NO_NUMBER,
                match.word().value(),
                dayToken == NO_NUMBER ? NO_NUMBER : tokens.number(dayToken),
                match.word().calendar(),
                Form.CLEAR));
    }

    /** Arabic papers name a month twice: أيلول/سبتمبر. */
    private int secondName(int last, DateWord month) {
        DateLexicon.Match other = words.at(last + 2);
        return tokens.isSign(last + 1, '/') && other.word().equals(month) ? last + 1 + other.tokens() : last;
    }

    /** in 2019, ساڵی ٢٠١٨, в 2019 году. */
    private Optional<DateReading> bareYear(int token) {
        boolean named = words.at(token - 1).word().is(Kind.YEAR)
                && tokens.span(token - 1) == tokens.span(token)
                && !(tokens.has(token + 1)
                        && isSeparator(token + 1)
                        && tokens.touchesPrevious(token + 1)
                        && tokens.isNumber(token + 2));
        boolean plausible = isYear(token) && tokens.number(token) >= 1800 && tokens.number(token) <= 2100;
        return named && plausible
                ? Optional.of(new DateReading(
                        token, token, tokens.number(token), NO_NUMBER, NO_NUMBER, DateCalendar.GREGORY, Form.CLEAR))
                : Optional.empty();
    }

    private int afterLinks(int token, boolean beforeYear) {
        int at = token;
        while (at < token + MOST_LINKS && isLink(at, beforeYear)) {
            at++;
        }
        return at;
    }

    private boolean isLink(int token, boolean beforeYear) {
        if (tokens.isSign(token)) {
            char sign = sign(token);
            return beforeYear
                    ? sign == ',' || sign == '،' || (sign == '.' && !tokens.endsSentence(token))
                    : isDayLink(sign);
        }
        DateWord word = words.at(token).word();
        return word.is(Kind.LINK) || (beforeYear && word.is(Kind.YEAR));
    }

    private static boolean isDayLink(char sign) {
        return sign == '.' || sign == '\'' || sign == '’' || sign == 'º' || sign == '-';
    }

    private boolean isDay(int token) {
        int number = tokens.number(token);
        return number >= 1 && number <= 31 && tokens.length(token) <= 2;
    }

    private boolean isYear(int token) {
        int number = tokens.number(token);
        return tokens.isNumber(token) && tokens.length(token) == 4 && number >= FIRST_YEAR && number <= LAST_YEAR;
    }

    private boolean isSeparator(int token) {
        return tokens.isSign(token) && SEPARATORS.indexOf(sign(token)) >= 0;
    }

    private char sign(int token) {
        return tokens.text().charAt(tokens.start(token));
    }
}
