package dev.tidings.streams.enrich.date;

import dev.tidings.streams.enrich.date.DateWord.Kind;
import dev.tidings.streams.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a date is to the article. News opens with its event, so the first day named is it; a day whose sentence
 * has a verb of saying is that of a statement.
 */
final class DateRoles {

    private final Tokens tokens;
    private final DateWordCache words;

    DateRoles(Tokens tokens, DateWordCache words) {
        this.tokens = tokens;
        this.words = words;
    }

    /** Returns all mentions in the order of the text, stated ones with their role. */
    List<FoundDate> assignRoles(List<FoundDate> stated, List<FoundDate> inferred) {
        List<FoundDate> all = new ArrayList<>(inferred);
        Optional<String> event = stated.stream()
                .filter(date -> date.precision() == DatePrecision.DAY)
                .map(FoundDate::iso)
                .findFirst();
        int token = 0;
        for (FoundDate date : stated) {
            while (tokens.start(token) < date.span().start()) {
                token++;
            }
            all.add(date.withRole(role(date, event, token)));
        }
        all.sort(Comparator.comparingInt(date -> date.span().start()));
        return all;
    }

    private DateRole role(FoundDate date, Optional<String> event, int token) {
        if (event.filter(date.iso()::equals).isPresent()) {
            return DateRole.EVENT;
        }
        boolean day = date.precision() == DatePrecision.DAY || date.precision() == DatePrecision.AMBIGUOUS;
        return day && sentenceSays(token) ? DateRole.STATEMENT : DateRole.BACKGROUND;
    }

    /** Looks from the date to the ends of its sentence, at most as far as a long sentence reaches. */
    private boolean sentenceSays(int token) {
        return hasSayingVerb(token, 1) || hasSayingVerb(token - 1, -1);
    }

    private boolean hasSayingVerb(int from, int step) {
        int limit = from + step * MAX_SENTENCE_TOKENS;
        for (int at = from;
                at != limit && tokens.hasToken(at) && tokens.spanIndex(at) == tokens.spanIndex(from);
                at += step) {
            if (tokens.endsSentence(at)) {
                return false;
            }
            if (words.meaningAt(at).word().hasKind(Kind.SAY)) {
                return true;
            }
        }
        return false;
    }

    private static final int MAX_SENTENCE_TOKENS = 60;
}
