package dev.tidings.streams.enrich.name.rule;

import dev.tidings.streams.enrich.name.lexicon.Demonyms;
import dev.tidings.streams.enrich.name.lexicon.WordKind;
import dev.tidings.streams.enrich.token.Tokens;

/**
 * Which words of a text stand alone as surnames do: news names a person in full once and then by the surname. A word
 * that also stands in small letters, behind an article or for a people is no part of a name; one that stands alone only
 * behind small words ({@code in Moravia}) is rather a place.
 */
final class Surnames {

    private static final byte ALONE = 1;
    private static final byte NEVER = 2;

    private final Tokens tokens;
    private final Demonyms demonyms;
    private final byte[] byWord;

    Surnames(NameMap names, String language) {
        this.tokens = names.tokens();
        this.demonyms = Demonyms.forLanguage(language);
        this.byWord = new byte[tokens.distinctWordCount()];
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isWord(token)) {
                byWord[tokens.wordNumber(token)] |= evidenceAt(names, token);
            }
        }
    }

    /** Returns whether a word is written like a name wherever it stands. */
    boolean maybePart(int token) {
        return (byWord[tokens.wordNumber(token)] & NEVER) == 0 && isNoPeople(token) && !isAbbreviation(token);
    }

    /** Returns whether a word stands alone elsewhere, and may be a surname. */
    boolean isSurname(int token) {
        return byWord[tokens.wordNumber(token)] == ALONE && maybePart(token);
    }

    private boolean isNoPeople(int token) {
        return demonyms.countryOf(tokens.wordAt(tokens.wordNumber(token))).isEmpty();
    }

    private boolean isAbbreviation(int token) {
        return Character.isUpperCase(tokens.text().charAt(tokens.end(token) - 1));
    }

    private byte evidenceAt(NameMap names, int token) {
        if (!tokens.isCapitalised(token) || names.isWord(WordKind.ARTICLE, token - 1)) {
            return NEVER;
        }
        boolean alone = !isPartOfName(token - 1, token)
                && !isPartOfName(token + 1, token)
                && !names.isNamed(token)
                && !names.isWord(WordKind.FUNCTION, token - 1)
                && !tokens.isSign(token + 1, '-');
        return alone ? ALONE : 0;
    }

    private boolean isPartOfName(int token, int beside) {
        return tokens.isCapitalised(token) && tokens.spanIndex(token) == tokens.spanIndex(beside);
    }
}
