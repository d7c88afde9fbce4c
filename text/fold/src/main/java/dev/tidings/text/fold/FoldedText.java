package dev.tidings.text.fold;

import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * A text folded to tokens. Two texts that differ only in Kurdish, Arabic or Persian letter forms, digit system, case,
 * marks, joiners, tatweel, punctuation, spacing or Unicode normalisation have equal tokens. Made in time linear in the
 * text. Does not change, unless a {@link Folder} lent it.
 */
public final class FoldedText {

    /** Name and version of the fold; any change of its outcome needs another one, since fingerprints are stored. */
    public static final String VERSION = "fold1";

    /** Tokens, each followed by a space; the arrays may be longer than what is used of them. */
    private final char[] characters;

    private final int[] ends;
    private final long[] hashes;
    private final byte[] kinds;
    private final int first;
    private final int size;
    private final boolean spaced;

    FoldedText(char[] characters, int[] ends, long[] hashes, byte[] kinds, int first, int size, boolean spaced) {
        this.characters = characters;
        this.ends = ends;
        this.hashes = hashes;
        this.kinds = kinds;
        this.first = first;
        this.size = size;
        this.spaced = spaced;
    }

    /**
     * Folds a text.
     *
     * @param text any UTF-16; unpaired surrogates separate tokens
     */
    public static FoldedText of(String text) {
        return new Folder().fold(text);
    }

    /** Returns the number of tokens. */
    public int size() {
        return size;
    }

    /** Returns the 64-bit hash of a token, equal for equal tokens. */
    public long tokenHash(int token) {
        return hashes[first + token];
    }

    /** Returns the kind of a token. */
    public TokenKind tokenKind(int token) {
        return TokenKind.kindOf(kinds[first + token]);
    }

    /**
     * Returns whether every token is a word or a number; may be false although those are left that
     * {@link #tokensFrom} gave.
     */
    public boolean isSpaced() {
        return spaced;
    }

    /** Returns how many UTF-16 units a token has, folded. */
    public int tokenLength(int token) {
        return ends[first + token] - 1 - start(first + token);
    }

    /** Returns a token's folded characters. */
    public String tokenText(int token) {
        return new String(characters, start(first + token), tokenLength(token));
    }

    /** Returns the tokens from one on. */
    public FoldedText tokensFrom(int token) {
        return token == 0 ? this : new FoldedText(characters, ends, hashes, kinds, first + token, size - token, spaced);
    }

    /** Returns whether this begins with all tokens of another text; every text begins with the empty one. */
    public boolean startsWith(FoldedText other) {
        int from = start();
        int length = other.length();
        // Every token ends with a space, so equal characters are equal tokens.
        return length <= length()
                && Arrays.equals(
                        characters, from, from + length, other.characters, other.start(), other.start() + length);
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    private int start() {
        return start(first);
    }

    int length() {
        return size == 0 ? 0 : ends[first + size - 1] - start();
    }

    void copyTo(CharBuffer target) {
        target.put(characters, start(), length());
    }

    /** Returns the exact fingerprint: equal for texts of equal tokens, else different but for 2^-128 odds. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(this);
    }

    /** Returns all tokens, each followed by a space. */
    @Override
    public String toString() {
        return new String(characters, start(), length());
    }
}
