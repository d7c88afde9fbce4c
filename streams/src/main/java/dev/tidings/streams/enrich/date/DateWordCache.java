package dev.tidings.streams.enrich.date;

import dev.tidings.streams.enrich.token.Tokens;

/** What the words of one text mean, each looked up once: the rules ask for most words several times. For one thread. */
final class DateWordCache {

    private final Tokens tokens;
    private final DateLexicon lexicon;
    private final DateLexicon.Meaning[] meanings;

    DateWordCache(Tokens tokens, DateLexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.meanings = new DateLexicon.Meaning[tokens.distinctWordCount()];
        for (int word = 0; word < meanings.length; word++) {
            meanings[word] = lexicon.meaningOf(tokens.wordAt(word));
        }
    }

    /** Returns whether a token, as most, neither means anything nor begins a name. */
    boolean isNone(int token) {
        return meanings[tokens.wordNumber(token)].isNone();
    }

    /** Returns what the words from a token on mean, the longest name first. */
    DateLexicon.Match meaningAt(int token) {
        if (!tokens.isWord(token)) {
            return DateLexicon.Match.NONE;
        }
        DateLexicon.Meaning meaning = meanings[tokens.wordNumber(token)];
        if (meaning.opensPair() && tokens.isWord(token + 1)) {
            DateWord pair = lexicon.meaningOfPair(tokens.key(token), tokens.key(token + 1));
            if (!pair.hasKind(DateWord.Kind.NONE)) {
                return new DateLexicon.Match(pair, 2);
            }
        }
        return meaning.alone();
    }
}
