package dev.tidings.streams.enrich.keyword;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.BitSet;
import java.util.List;
import java.util.StringJoiner;

/** A text as sentences of words with or without content; read once for keywords, summary and features. Immutable. */
public final class Prose {

    private final Tokens tokens;
    private final LanguageWords language;
    private final List<Sentence> sentences;
    private final BitSet stopWords;

    private Prose(Tokens tokens, LanguageWords language) {
        this.tokens = tokens;
        this.language = language;
        this.sentences = List.copyOf(Sentence.splitSentences(tokens));
        this.stopWords = new BitSet(tokens.distinctWordCount());
        for (int word = 0; word < tokens.distinctWordCount(); word++) {
            stopWords.set(word, language.isStopWord(tokens.wordAt(word)));
        }
    }

    /** Reads a text in a language (BCP 47), or und. */
    public static Prose of(Tokens tokens, String language) {
        return new Prose(tokens, LanguageWords.forLanguage(language));
    }

    /** Returns the tokens. */
    public Tokens tokens() {
        return tokens;
    }

    /** Returns whether a token is a word without content. */
    public boolean isStopWord(int token) {
        return stopWords.get(tokens.wordNumber(token));
    }

    /** Returns the sentences; they tile the tokens. */
    public List<Sentence> sentences() {
        return sentences;
    }

    /** Returns the stems of the words from one token through another, with a blank between. */
    String stemTokens(int first, int last) {
        // Words between single blanks are stemmed one by one, since each has mostly been met before.
        for (int token = first + 1; token <= last; token++) {
            if (tokens.start(token) != tokens.end(token - 1) + 1
                    || tokens.text().charAt(tokens.end(token - 1)) != ' ') {
                return language.stemPhrase(tokens.surface(first, last));
            }
        }
        StringJoiner stems = new StringJoiner(" ");
        for (int token = first; token <= last; token++) {
            String stem = language.stemPhrase(tokens.surface(token, token));
            if (!stem.isEmpty()) {
                stems.add(stem);
            }
        }
        return stems.toString();
    }
}
