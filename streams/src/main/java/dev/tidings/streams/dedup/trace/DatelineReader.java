package dev.tidings.streams.dedup.trace;

/** Finds where the news begins behind a dateline: place, day and agency, with a dash behind them. Stateless. */
final class DatelineReader {

    private static final int MAX_CHARS = 64;
    private static final int MAX_IDEOGRAPHIC_CHARS = 24;
    /** Oct. or Calif.: a stop behind few letters is no end. */
    private static final int MAX_SHORTENED_CHARS = 5;

    private static final String DASHES = "-–—―";
    /** "Wired", "told": 新华社北京9月30日电, 本报讯. */
    private static final String IDEOGRAPHIC_WIRE = "电電讯訊";

    /** Returns where the news begins; where the line does when it has no dateline. */
    int skipDateline(char[] text, int from, int to) {
        int limit = Math.min(to, from + MAX_CHARS);
        for (int at = from + 1; at + 1 < limit; at++) {
            boolean wire = at - from < MAX_IDEOGRAPHIC_CHARS && IDEOGRAPHIC_WIRE.indexOf(text[at]) >= 0;
            if (wire || isDash(text, at, from, to)) {
                return isClause(text, from, at) ? from : skipSpaces(text, at + 1, to);
            }
            boolean ends = (CharacterKinds.of(text[at]) & CharacterKinds.STOP) != 0
                    && isSpace(text, at + 1)
                    && lettersBefore(text, at, from) > MAX_SHORTENED_CHARS;
            if (ends) {
                return from;
            }
        }
        return from;
    }

    /** Before the dash of a sentence most words begin with a small letter, in a dateline but months and particles do. */
    private static boolean isClause(char[] text, int from, int to) {
        int small = 0;
        int others = 0;
        for (int at = from; at < to; at++) {
            byte kinds = CharacterKinds.of(text[at]);
            boolean begins = (kinds & CharacterKinds.WORD) != 0
                    && (at == from || (CharacterKinds.of(text[at - 1]) & CharacterKinds.WORD) == 0);
            small += begins && (kinds & CharacterKinds.LOWER) != 0 ? 1 : 0;
            others += begins && (kinds & CharacterKinds.LOWER) == 0 ? 1 : 0;
        }
        return small > others;
    }

    /** Dates are parted by dashes too: ٢٩ - ٠٩ - ٢٠٢١. */
    private static boolean isDash(char[] text, int at, int from, int to) {
        boolean apart = isSpace(text, at + 1) && (isSpace(text, at - 1) || text[at - 1] == ')');
        return DASHES.indexOf(text[at]) >= 0 && apart && !isBetweenDigits(text, at, from, to);
    }

    private static boolean isBetweenDigits(char[] text, int at, int from, int to) {
        return at - 2 >= from && at + 2 < to && isDigit(text[at - 2]) && isDigit(text[at + 2]);
    }

    private static boolean isDigit(char unit) {
        return (CharacterKinds.of(unit) & CharacterKinds.DIGIT) != 0;
    }

    private static int lettersBefore(char[] text, int at, int from) {
        int start = at;
        while (start > from && (CharacterKinds.of(text[start - 1]) & CharacterKinds.LETTER) != 0) {
            start--;
        }
        return at - start;
    }

    private static int skipSpaces(char[] text, int from, int to) {
        int at = from;
        while (at < to && isSpace(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char[] text, int at) {
        return (CharacterKinds.of(text[at]) & CharacterKinds.SPACE) != 0;
    }
}
