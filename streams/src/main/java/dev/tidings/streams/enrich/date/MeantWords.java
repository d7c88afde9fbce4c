package dev.tidings.streams.enrich.date;

import dev.tidings.streams.enrich.token.Tokens;

/**
 * What the words of one text mean, each looked up once: the rules ask for most words several times, and a word that means
 * nothing is the one that takes longest to look up. For one thread.
 */
final class MeantWords {

    private final Tokens tokens;
    private final DateLexicon lexicon;
    private final DateLexicon.Match[] known;

    MeantWords(Tokens tokens, DateLexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.known = new DateLexicon.Match[tokens.size()];
    }

    /** Returns what the words from a token on mean, the longest name first. */
    DateLexicon.Match at(int token) {
        if (!tokens.isWord(token)) {
            return DateLexicon.Match.NONE;
        }
        if (known[token] == null) {
            known[token] = lexicon.at(tokens, token);
        }
        return known[token];
    }
}
