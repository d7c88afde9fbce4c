package dev.tidings.streams.enrich.name.rule;

import dev.tidings.streams.enrich.name.lexicon.NameKind;
import dev.tidings.streams.enrich.name.lexicon.WordKind;
import dev.tidings.streams.enrich.token.Tokens;

/**
 * Finds people in scripts with capitals: a run of capitalised words after a title, before a role in apposition or an
 * age, or beside a verb of saying.
 */
public final class CasedPersonRule implements NameRule {

    private static final int MAX_WORDS = 4;
    private static final int WORDS_BEFORE_ROLE = 6;

    @Override
    public void apply(NameMap names) {
        int token = 0;
        while (token < names.tokens().size()) {
            int last = runEnd(names, token);
            if (last > token && last - token < 2 * MAX_WORDS && isPerson(names, token, last)) {
                names.add(NameCandidate.ofRule(token, last, NameKind.PERSON));
            }
            token = last + 1;
        }
    }

    private static boolean isNamePart(NameMap names, int token) {
        return names.tokens().isCapitalised(token)
                && names.isFree(token)
                && names.tokens().length(token) > 1
                && !names.isWord(WordKind.TITLE, token)
                && !names.isWord(WordKind.TAIL_BODY, token)
                && !names.isWord(WordKind.OF_BODY, token);
    }

    /**
     * Walks on from a capitalised word over others, initials, and small words and hyphens that another capital follows.
     *
     * @return the last token; the first one when no name begins there
     */
    static int runEnd(NameMap names, int first) {
        if (!isNamePart(names, first)) {
            return first;
        }
        Tokens tokens = names.tokens();
        int last = first;
        boolean more = true;
        while (more) {
            int next = last + 1;
            if (isLink(names, next)
                    && isNamePart(names, next + 1)
                    && tokens.spanIndex(next + 1) == tokens.spanIndex(first)) {
                last = next + 1;
            } else if (isNamePart(names, next) && tokens.spanIndex(next) == tokens.spanIndex(first)) {
                last = next;
            } else if (isInitial(tokens, next)) {
                last = next + 1;
            } else {
                more = false;
            }
        }
        return last;
    }

    private static boolean isLink(NameMap names, int token) {
        return names.isWord(WordKind.PARTICLE, token)
                || (names.tokens().isSign(token, '-') && names.tokens().touchesPrevious(token));
    }

    private static boolean isInitial(Tokens tokens, int token) {
        return tokens.isCapitalised(token) && tokens.length(token) == 1 && tokens.isSign(token + 1, '.');
    }

    private static boolean isPerson(NameMap names, int first, int last) {
        return names.isWord(WordKind.TITLE, first - 1)
                || (names.tokens().isSign(first - 1, '.')
                        && names.isWord(WordKind.TITLE, first - 2)
                        && names.tokens().length(first - 2) <= 4)
                || names.isWord(WordKind.SAY, last + 1)
                || names.isWord(WordKind.SAY, first - 1)
                || (names.isWord(WordKind.ROLE, first - 1) && !names.tokens().isCapitalised(first - 1))
                || (names.isComma(last + 1) && (roleFollows(names, last + 2) || names.isWord(WordKind.SAY, last + 2)))
                || isAge(names, last + 1);
    }

    /** Ann Lee, 58, and Ann Lee (58). */
    private static boolean isAge(NameMap names, int sign) {
        Tokens tokens = names.tokens();
        boolean number = tokens.isNumber(sign + 1) && tokens.length(sign + 1) == 2;
        boolean apposition = names.isComma(sign) && (names.isComma(sign + 2) || tokens.endsSentence(sign + 2));
        boolean bracketed = tokens.isSign(sign, '(') && tokens.isSign(sign + 2, ')');
        return number && (apposition || bracketed);
    }

    private static boolean roleFollows(NameMap names, int from) {
        for (int token = from; token < from + WORDS_BEFORE_ROLE; token++) {
            if (names.isWord(WordKind.ROLE, token)) {
                return true;
            }
            boolean apposition = names.isDemonym(token)
                    || names.tokens().isSign(token, '-')
                    || isApostrophe(names.tokens(), token)
                    || (names.tokens().isWord(token) && !names.tokens().isCapitalised(token))
                    || isAbbreviation(names.tokens(), token);
            if (!apposition && !names.isNamed(token)) {
                return false;
            }
        }
        return false;
    }

    /** Of a body: a WHO spokesman. */
    private static boolean isAbbreviation(Tokens tokens, int token) {
        return tokens.isWord(token) && tokens.surface(token, token).chars().allMatch(Character::isUpperCase);
    }

    /** Of Albania's foreign minister. */
    private static boolean isApostrophe(Tokens tokens, int token) {
        return tokens.isSign(token, '\'') || tokens.isSign(token, '\u2019');
    }
}
