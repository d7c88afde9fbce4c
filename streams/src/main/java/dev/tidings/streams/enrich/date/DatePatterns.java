package dev.tidings.streams.enrich.date;

import static dev.tidings.streams.enrich.token.Tokens.NO_NUMBER;

import dev.tidings.streams.enrich.date.DateParts.Form;
import dev.tidings.streams.enrich.date.DateWord.Kind;
import dev.tidings.streams.enrich.token.Tokens;
import java.util.Optional;

/** Recognises the written forms of dates, token by token. */
final class DatePatterns {

    private static final int MAX_LINKS = 3;

    /** Longest abbreviation of a month: Sept. */
    private static final int MAX_ABBREVIATION_CHARS = 4;

    private final Tokens tokens;
    private final DateWordCache words;
    private final NumberPatterns numbers;

    DatePatterns(Tokens tokens, DateWordCache words) {
        this.tokens = tokens;
        this.words = words;
        this.numbers = new NumberPatterns(tokens);
    }

    /** Returns the date that begins at a token. */
    Optional<DateParts> matchAt(int token) {
        if (tokens.isNumber(token)) {
            return numbers.matchAt(token)
                    .or(() -> dayMonth(token))
                    .or(() -> yearFirst(token))
                    .or(() -> bareYear(token));
        }
        return monthDay(token);
    }

    /** 29 September 2021, ٢٧ی ئەیلوولی ٢٠٢١, 29 de septiembre. */
    private Optional<DateParts> dayMonth(int token) {
        if (!numbers.isDay(token) || (numbers.isSeparator(token - 1) && tokens.touchesPrevious(token))) {
            return Optional.empty();
        }
        int month = afterLinks(token + 1, false);
        return monthThenYear(month, token, token);
    }

    /** September 29, 2021; September 2021. */
    private Optional<DateParts> monthDay(int token) {
        if (!words.meaningAt(token).word().hasKind(Kind.MONTH)) {
            return Optional.empty();
        }
        int next = token + words.meaningAt(token).tokens();
        int day = tokens.isSign(next, '.') ? next + 1 : next;
        return numbers.isDay(day) && tokens.spanIndex(day) == tokens.spanIndex(token)
                ? withDayAfter(token, day)
                : monthThenYear(token, token, NO_NUMBER).filter(DateParts::hasYear);
    }

    private Optional<DateParts> withDayAfter(int token, int day) {
        DateWord month = words.meaningAt(token).word();
        int ordinal = words.meaningAt(day + 1).word().hasKind(Kind.LINK) && tokens.touchesPrevious(day + 1) ? 1 : 0;
        int year = afterLinks(day + 1 + ordinal, true);
        boolean yearFollows = numbers.isYear(year) && tokens.spanIndex(year) == tokens.spanIndex(token);
        return Optional.of(new DateParts(
                token,
                yearFollows ? year : day + ordinal,
                yearFollows ? tokens.numericValue(year) : NO_NUMBER,
                month.value(),
                tokens.numericValue(day),
                month.calendar(),
                Form.CLEAR));
    }

    private Optional<DateParts> monthThenYear(int at, int first, int dayToken) {
        DateLexicon.Match match = words.meaningAt(at);
        if (!match.word().hasKind(Kind.MONTH) || tokens.spanIndex(at) != tokens.spanIndex(first)) {
            return Optional.empty();
        }
        int last = secondName(at + match.tokens() - 1, match.word());
        int year = afterLinks(last + 1, true);
        boolean yearFollows = numbers.isYear(year) && tokens.spanIndex(year) == tokens.spanIndex(first);
        return Optional.of(new DateParts(
                first,
                yearFollows ? year : last,
                yearFollows ? tokens.numericValue(year) : NO_NUMBER,
                match.word().value(),
                dayToken == NO_NUMBER ? NO_NUMBER : tokens.numericValue(dayToken),
                match.word().calendar(),
                Form.CLEAR));
    }

    /** Arabic papers name a month twice: أيلول/سبتمبر, آب (أغسطس). */
    private int secondName(int last, DateWord month) {
        DateLexicon.Match other = words.meaningAt(last + 2);
        if (!other.word().equals(month)) {
            return last;
        }
        int end = last + 1 + other.tokens();
        boolean bracketed = tokens.isSign(last + 1, '(') && tokens.isSign(end + 1, ')');
        return bracketed ? end + 1 : tokens.isSign(last + 1, '/') ? end : last;
    }

    /** 2021. szeptember 29, 2021 m. rugsėjo 29 d., 2021-yil 29-sentabr. */
    private Optional<DateParts> yearFirst(int token) {
        int next = afterYear(token);
        if (!numbers.isYear(token) || !tokens.hasToken(next) || tokens.spanIndex(next) != tokens.spanIndex(token)) {
            return Optional.empty();
        }
        Optional<DateParts> rest = tokens.isNumber(next) && next > token + 1 ? dayMonth(next) : monthDay(next);
        return rest.filter(reading -> !reading.hasYear() && reading.hasDay())
                .map(reading -> new DateParts(
                        token,
                        reading.last(),
                        tokens.numericValue(token),
                        reading.month(),
                        reading.day(),
                        reading.calendar(),
                        reading.form()));
    }

    /** Skips the word for year, and a full stop or hyphen that ends no sentence. */
    private int afterYear(int token) {
        int at = token + 1;
        while (at <= token + MAX_LINKS
                && (words.meaningAt(at).word().hasKind(Kind.AFTER_YEAR)
                        || tokens.isSign(at, '.')
                        || tokens.isSign(at, '-'))) {
            boolean sentence = tokens.isSign(at, '.') && tokens.isCapitalised(at + 1);
            if (sentence) {
                return token;
            }
            at++;
        }
        return at;
    }

    /** in 2019, ساڵی ٢٠١٨, в 2019 году. */
    private Optional<DateParts> bareYear(int token) {
        boolean named = words.meaningAt(token - 1).word().hasKind(Kind.YEAR)
                && tokens.spanIndex(token - 1) == tokens.spanIndex(token)
                && !(tokens.hasToken(token + 1)
                        && numbers.isSeparator(token + 1)
                        && tokens.touchesPrevious(token + 1)
                        && tokens.isNumber(token + 2));
        boolean plausible =
                numbers.isYear(token) && tokens.numericValue(token) >= 1800 && tokens.numericValue(token) <= 2100;
        return named && plausible
                ? Optional.of(new DateParts(
                        token,
                        token,
                        tokens.numericValue(token),
                        NO_NUMBER,
                        NO_NUMBER,
                        DateCalendar.GREGORY,
                        Form.CLEAR))
                : Optional.empty();
    }

    private int afterLinks(int token, boolean beforeYear) {
        int at = token;
        while (at < token + MAX_LINKS && isLink(at, beforeYear)) {
            at++;
        }
        return at;
    }

    private boolean isLink(int token, boolean beforeYear) {
        if (tokens.isSign(token)) {
            char sign = numbers.sign(token);
            return beforeYear
                    ? sign == ','
                            || sign == '،'
                            || (sign == '-' && isTight(token))
                            || (sign == '.' && isAbbreviation(token))
                    : isDayLink(sign);
        }
        DateWord word = words.meaningAt(token).word();
        return word.hasKind(Kind.LINK) || (beforeYear && word.hasKind(Kind.YEAR));
    }

    /** As in 29-sep-2021. */
    private boolean isTight(int sign) {
        return tokens.touchesPrevious(sign) && tokens.touchesPrevious(sign + 1);
    }

    /** A full stop that ends a word for a month, not a sentence: 3 mrt. 2022. */
    private boolean isAbbreviation(int stop) {
        return !tokens.endsSentence(stop)
                || (tokens.touchesPrevious(stop)
                        && tokens.length(stop - 1) <= MAX_ABBREVIATION_CHARS
                        && words.meaningAt(stop - 1).word().hasKind(Kind.MONTH)
                        && numbers.isYear(stop + 1));
    }

    private static boolean isDayLink(char sign) {
        return sign == '.' || sign == '\'' || sign == '’' || sign == 'º' || sign == '-';
    }
}
