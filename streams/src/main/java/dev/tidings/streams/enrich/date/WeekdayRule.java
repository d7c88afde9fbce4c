package dev.tidings.streams.enrich.date;

import dev.tidings.streams.enrich.date.DateWord.Kind;
import dev.tidings.streams.enrich.token.Tokens;
import java.util.Optional;

/** Finds the weekday that stands with a date: before it, with the word for day if there is one, or after it. */
final class WeekdayRule {

    private static final int REACH = 2;

    /**
     * A weekday with a date.
     *
     * @param weekday 1 for Monday to 7
     * @param first first token of the weekday's words
     * @param last last token
     */
    record Named(int weekday, int first, int last) {}

    private final Tokens tokens;
    private final DateWordCache words;

    WeekdayRule(Tokens tokens, DateWordCache words) {
        this.tokens = tokens;
        this.words = words;
    }

    Optional<Named> findAround(DateParts reading) {
        return findBefore(reading.first()).or(() -> findAfter(reading.last()));
    }

    private Optional<Named> findBefore(int date) {
        int at = date - 1;
        for (int skipped = 0; skipped < REACH && isSkipped(at); skipped++) {
            at--;
        }
        if (!tokens.hasToken(at) || tokens.spanIndex(at) != tokens.spanIndex(date)) {
            return Optional.empty();
        }
        // A name of two words is looked up from its first.
        int first = words.meaningAt(at - 1).tokens() == 2 ? at - 1 : at;
        DateWord word = words.meaningAt(first).word();
        return word.hasKind(Kind.WEEKDAY)
                ? Optional.of(new Named(word.value(), withDayWord(first), at))
                : Optional.empty();
    }

    private int withDayWord(int first) {
        return words.meaningAt(first - 1).word().hasKind(Kind.DAY)
                        && tokens.spanIndex(first - 1) == tokens.spanIndex(first)
                ? first - 1
                : first;
    }

    private Optional<Named> findAfter(int date) {
        int at = isSkipped(date + 1) ? date + 2 : date + 1;
        DateLexicon.Match match = words.meaningAt(at);
        boolean named = match.word().hasKind(Kind.WEEKDAY) && tokens.spanIndex(at) == tokens.spanIndex(date);
        return named ? Optional.of(new Named(match.word().value(), at, at + match.tokens() - 1)) : Optional.empty();
    }

    private boolean isSkipped(int token) {
        return tokens.isSign(token, ',')
                || tokens.isSign(token, '،')
                || tokens.isSign(token, '(')
                || words.meaningAt(token).word().hasKind(Kind.LINK);
    }
}
