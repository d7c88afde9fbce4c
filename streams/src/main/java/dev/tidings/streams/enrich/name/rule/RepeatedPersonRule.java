package dev.tidings.streams.enrich.name.rule;

import dev.tidings.streams.enrich.name.lexicon.CapitalNouns;
import dev.tidings.streams.enrich.name.lexicon.NameKind;
import dev.tidings.streams.enrich.name.lexicon.WordKind;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.text.language.LanguageTags;
import org.jspecify.annotations.Nullable;

/**
 * Finds people in scripts with capitals by what news does with them: two or three capitalised words inside a sentence,
 * the last of which then stands alone, never in small letters and never behind an article.
 */
public final class RepeatedPersonRule implements NameRule {

    private static final int MAX_WORDS = 3;
    private static final int MIN_SURNAME_CHARS = 3;

    private final String language;
    private @Nullable Surnames surnames;

    public RepeatedPersonRule(String language) {
        this.language = language;
    }

    @Override
    public void apply(NameMap names) {
        if (CapitalNouns.areIn(LanguageTags.primarySubtag(language))) {
            return;
        }
        Tokens tokens = names.tokens();
        int token = 0;
        while (token < tokens.size()) {
            int last = CasedPersonRule.runEnd(names, token);
            if (last > token
                    && last - token < MAX_WORDS
                    && isInSentence(tokens, token)
                    && isPerson(names, token, last)) {
                names.add(NameCandidate.ofRule(token, last, NameKind.PERSON));
            }
            token = last + 1;
        }
    }

    /** What begins a sentence has a capital anyway. */
    private static boolean isInSentence(Tokens tokens, int token) {
        return tokens.hasToken(token - 1)
                && tokens.spanIndex(token - 1) == tokens.spanIndex(token)
                && (tokens.isWord(token - 1) || tokens.isSign(token - 1, ','));
    }

    private boolean isPerson(NameMap names, int first, int last) {
        Tokens tokens = names.tokens();
        if (tokens.length(last) < MIN_SURNAME_CHARS || names.isWord(WordKind.ARTICLE, first - 1)) {
            return false;
        }
        if (surnames == null) {
            surnames = new Surnames(names, language);
        }
        for (int token = first; token < last; token++) {
            if (!tokens.isWord(token) || !surnames.maybePart(token)) {
                return false;
            }
        }
        return surnames.isSurname(last) && !isHeadline(tokens, first);
    }

    /** A headline may have capitals at most words. */
    private static boolean isHeadline(Tokens tokens, int token) {
        int words = 0;
        int capitals = 0;
        int first = token;
        while (tokens.hasToken(first - 1) && tokens.spanIndex(first - 1) == tokens.spanIndex(token)) {
            first--;
        }
        for (int at = first; tokens.hasToken(at) && tokens.spanIndex(at) == tokens.spanIndex(token); at++) {
            words += tokens.isWord(at) ? 1 : 0;
            capitals += tokens.isCapitalised(at) ? 1 : 0;
        }
        return 2 * capitals > words;
    }
}
