package dev.tidings.streams.enrich.name.rule;

import dev.tidings.streams.enrich.name.lexicon.NameKind;
import dev.tidings.streams.enrich.name.lexicon.NameWords;
import dev.tidings.streams.enrich.name.lexicon.WordKind;
import dev.tidings.streams.enrich.token.Tokens;

/**
 * Finds people in scripts without capitals, where a role stands in apposition ({@code خوڵوسی ئاکار، وەزیری بەرگری}) or,
 * in Arabic and Persian, before the name with the adjective of a country ({@code الوزير الروسي فلان الفلاني}).
 */
public final class UncasedPersonRule implements NameRule {

    private static final int MIN_WORDS = 2;
    private static final int MAX_WORDS = 3;
    /** Suffixes of definite, indefinite and plural words of Kurdish, as match keys write them; no name has them. */
    private static final String[] COMMON_SUFFIXES = {
        "هکه", "هکهی", "هکان", "هکانی", "یک", "یکی", "هیهک", "کانی", "انی", "نهوه", "دنی"
    };

    @Override
    public void apply(NameMap names) {
        for (int token = 1; token < names.tokens().size(); token++) {
            if (names.isComma(token) && names.isInflected(WordKind.ROLE, token + 1)) {
                addBefore(token - 1, names);
            } else if (names.isDemonym(token) && isRole(names, token - 1)) {
                addAfter(token + 1, names);
            }
        }
    }

    private static void addBefore(int last, NameMap names) {
        int first = last;
        while (first >= 0 && last - first < MAX_WORDS && isNamePart(names, first) && sameSpan(names, first, last)) {
            first--;
        }
        int length = last - first;
        boolean bounded = first < 0 || !isNamePart(names, first) || !sameSpan(names, first, last);
        if (length >= MIN_WORDS && bounded && !names.isNamed(first + 1, last)) {
            names.add(NameCandidate.ofRule(first + 1, last, NameKind.PERSON));
        }
    }

    private static void addAfter(int first, NameMap names) {
        int last = first;
        while (last - first < MAX_WORDS && isNamePart(names, last) && sameSpan(names, first, last)) {
            last++;
        }
        int length = last - first;
        if (length == MIN_WORDS && !names.isNamed(first, last - 1)) {
            names.add(NameCandidate.ofRule(first, last - 1, NameKind.PERSON));
        }
    }

    private static boolean isRole(NameMap names, int token) {
        if (!names.tokens().isWord(token)) {
            return false;
        }
        String key = names.tokens().key(token);
        return names.isWord(WordKind.ROLE, token)
                || (key.startsWith("ال")
                        && NameWords.findByKey(key.substring(2)).hasKind(WordKind.ROLE));
    }

    private static boolean sameSpan(NameMap names, int one, int other) {
        return names.tokens().spanIndex(one) == names.tokens().spanIndex(other);
    }

    private static boolean isNamePart(NameMap names, int token) {
        Tokens tokens = names.tokens();
        return names.isFree(token)
                && !tokens.isCased(token)
                && tokens.length(token) > 1
                && !names.isInflected(WordKind.ROLE, token)
                && !hasCommonSuffix(tokens.key(token));
    }

    private static boolean hasCommonSuffix(String key) {
        for (String suffix : COMMON_SUFFIXES) {
            if (key.length() > suffix.length() + 2 && key.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }
}
