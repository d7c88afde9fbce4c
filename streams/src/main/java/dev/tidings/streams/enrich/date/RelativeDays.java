package dev.tidings.streams.enrich.date;

import dev.tidings.streams.enrich.date.DateWord.Kind;
import dev.tidings.streams.enrich.token.Span;
import dev.tidings.streams.enrich.token.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds days that the text only implies: seen from the publication, or named by a weekday that a stated date has. */
final class RelativeDays {

    private static final int WEEK = 7;

    private final Tokens tokens;
    private final DateWordCache words;
    private final Optional<LocalDate> published;

    RelativeDays(Tokens tokens, DateWordCache words, Optional<LocalDate> published) {
        this.tokens = tokens;
        this.words = words;
        this.published = published;
    }

    List<FoundDate> findRelativeDays(List<FoundDate> stated) {
        List<FoundDate> inferred = new ArrayList<>();
        int next = 0;
        int token = 0;
        while (token < tokens.size()) {
            if (words.isNone(token)) {
                token++;
                continue;
            }
            while (next < stated.size() && stated.get(next).span().end() <= tokens.start(token)) {
                next++;
            }
            boolean inside = next < stated.size() && stated.get(next).span().start() <= tokens.start(token);
            int last = inside ? token : lastOf(token, stated, inferred);
            token = last + 1;
        }
        return inferred;
    }

    /** Adds the day implied from a token on and returns its last token. */
    private int lastOf(int token, List<FoundDate> stated, List<FoundDate> inferred) {
        DateLexicon.Match match = words.meaningAt(token);
        if (match.word().hasKind(Kind.RELATIVE)) {
            DateLexicon.Match weekday = words.meaningAt(token + match.tokens());
            boolean both = weekday.word().hasKind(Kind.WEEKDAY);
            int last = token + match.tokens() + (both ? weekday.tokens() : 0) - 1;
            seenFromToday(match.word(), both ? weekday.word().value() : 0, stated)
                    .ifPresent(day -> inferred.add(mention(token, last, day)));
            return last;
        }
        if (match.word().hasKind(Kind.WEEKDAY)) {
            int last = token + match.tokens() - 1;
            weekday(token, last, match.word().value()).ifPresent(day -> inferred.add(mention(token, last, day)));
            return last;
        }
        return token;
    }

    private Optional<LocalDate> seenFromToday(DateWord word, int weekday, List<FoundDate> stated) {
        if (published.isPresent()) {
            return published.map(today -> today.plusDays(word.value()));
        }
        return weekday == 0 ? Optional.empty() : statedDayOn(weekday, stated);
    }

    private static Optional<LocalDate> statedDayOn(int weekday, List<FoundDate> stated) {
        return stated.stream()
                .flatMap(date -> date.day().stream())
                .filter(day -> day.getDayOfWeek().getValue() == weekday)
                .findFirst();
    }

    /** News speaks of the weekday before its publication, unless a word says next. */
    private Optional<LocalDate> weekday(int first, int last, int weekday) {
        int direction = direction(first - 1) + direction(last + 1);
        return published.map(today -> {
            int back = Math.floorMod(today.getDayOfWeek().getValue() - weekday, WEEK);
            return direction > 0
                    ? today.plusDays(WEEK - back)
                    : today.minusDays(direction < 0 && back == 0 ? WEEK : back);
        });
    }

    private int direction(int token) {
        DateWord word = words.meaningAt(token).word();
        return word.hasKind(Kind.DIRECTION) ? word.value() : 0;
    }

    private FoundDate mention(int first, int last, LocalDate day) {
        Span span = tokens.spanOf(first, last);
        return new FoundDate(
                day.toString(),
                DatePrecision.DAY,
                DateCalendar.GREGORY,
                span.substringOf(tokens.text()),
                span,
                DateRole.INFERRED,
                Optional.empty());
    }
}
