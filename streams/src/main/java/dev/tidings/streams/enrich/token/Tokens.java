package dev.tidings.streams.enrich.token;

import java.util.List;

/**
 * The words, numbers and signs of the stretches of a text that are worth reading, in order. White space is left out.
 * Positions count tokens; {@link #start} and {@link #end} are UTF-16 units of the whole text.
 *
 * <p>Made in one pass, linear in the length; any string will do, lone surrogates included. Immutable.
 */
public final class Tokens {

    /** The number of a token that is none, or has more than nine digits. */
    public static final int NO_NUMBER = -1;

    private static final int MAX_DIGITS = 9;

    private final String text;
    private final int size;
    private final int[] starts;
    private final int[] ends;
    private final int[] spans;
    private final byte[] traits;
    private final int[] words;
    private final Word[] distinct;

    private Tokens(String text, Tokenizer reader) {
        this.text = text;
        this.size = reader.size;
        this.starts = reader.starts;
        this.ends = reader.ends;
        this.spans = reader.spans;
        this.traits = reader.traits;
        this.words = reader.words;
        this.distinct = reader.keys.toArray();
    }

    /** Reads a whole text as one stretch. */
    public static Tokens of(String text) {
        return of(text, List.of(new Span(0, text.length())));
    }

    /**
     * Reads stretches of a text.
     *
     * @param spans stretches in order, not overlapping
     */
    public static Tokens of(String text, List<Span> spans) {
        Tokenizer reader = new Tokenizer(text);
        for (int span = 0; span < spans.size(); span++) {
            reader.tokenizeSpan(spans.get(span), span);
        }
        return new Tokens(text, reader);
    }

    /** Returns the text the tokens point into. */
    public String text() {
        return text;
    }

    /** Returns the number of tokens. */
    public int size() {
        return size;
    }

    /** Returns the first unit of a token. */
    public int start(int token) {
        return starts[token];
    }

    /** Returns the unit after the last of a token. */
    public int end(int token) {
        return ends[token];
    }

    /** Returns which of the stretches a token is in, from 0. */
    public int spanIndex(int token) {
        return spans[token];
    }

    /** Returns the match key of a token; never null, empty when nothing of it counts. */
    public String key(int token) {
        return distinct[words[token]].key();
    }

    /** Returns whether a token has a match key. */
    public boolean hasKey(int token, String key) {
        return distinct[words[token]].hasKey(key);
    }

    /** Returns the number of units of a token's match key. */
    public int keyLength(int token) {
        return distinct[words[token]].length();
    }

    /**
     * Returns the number of a token's match key among the different keys of the text, from 0 in the order they first
     * come: what is asked of a word is answered once for all its tokens.
     */
    public int wordNumber(int token) {
        return words[token];
    }

    /** Returns how many different match keys there are. */
    public int distinctWordCount() {
        return distinct.length;
    }

    /** Returns a different word by its number. */
    public Word wordAt(int number) {
        return distinct[number];
    }

    /** Returns whether a token is a word. */
    public boolean isWord(int token) {
        return hasToken(token) && (traits[token] & CharacterClass.LETTER) != 0;
    }

    /** Returns whether a token is a number. */
    public boolean isNumber(int token) {
        return hasToken(token) && (traits[token] & CharacterClass.DIGIT) != 0;
    }

    /** Returns whether a token is a sign. */
    public boolean isSign(int token) {
        return hasToken(token) && (traits[token] & (CharacterClass.LETTER | CharacterClass.DIGIT)) == 0;
    }

    /** Returns whether a token is a given sign. */
    public boolean isSign(int token, char sign) {
        return isSign(token) && text.charAt(starts[token]) == sign;
    }

    /** Returns whether there is such a token. */
    public boolean hasToken(int token) {
        return token >= 0 && token < size;
    }

    /** Returns the value of a number, or {@link #NO_NUMBER}. */
    public int numericValue(int token) {
        if (!isNumber(token) || length(token) > MAX_DIGITS) {
            return NO_NUMBER;
        }
        int value = 0;
        for (int at = starts[token]; at < ends[token]; at++) {
            value = value * 10 + Character.digit(text.charAt(at), 10);
        }
        return value;
    }

    /** Returns the length of a token in units. */
    public int length(int token) {
        return ends[token] - starts[token];
    }

    /** Returns whether a token follows the one before without white space. */
    public boolean touchesPrevious(int token) {
        return hasToken(token - 1) && hasToken(token) && ends[token - 1] == starts[token];
    }

    /** Returns whether a word begins with a capital. */
    public boolean isCapitalised(int token) {
        return isWord(token) && (traits[token] & CharacterClass.UPPER) != 0;
    }

    /** Returns whether a word is of a script that has capitals. */
    public boolean isCased(int token) {
        return isWord(token) && (traits[token] & (CharacterClass.UPPER | CharacterClass.LOWER)) != 0;
    }

    /** Returns the characters from one token through another. */
    public String surface(int first, int last) {
        return text.substring(starts[first], ends[last]);
    }

    /** Returns the stretch from one token through another. */
    public Span spanOf(int first, int last) {
        return new Span(starts[first], ends[last]);
    }

    /** Returns whether a token is one of the signs that end sentences. */
    public boolean isSentenceSign(int token) {
        return isSign(token) && SentenceSigns.ALL.indexOf(text.charAt(starts[token])) >= 0;
    }

    /** Returns whether a token ends a sentence: a full stop, question or exclamation mark before white space. */
    public boolean endsSentence(int token) {
        if (!isSentenceSign(token)) {
            return false;
        }
        return !hasToken(token + 1)
                || spans[token + 1] != spans[token]
                || !touchesPrevious(token + 1)
                || SentenceSigns.IDEOGRAPHIC.indexOf(text.charAt(starts[token])) >= 0;
    }
}
