package dev.tidings.text.fold;

import java.util.Arrays;

/**
 * A text folded to tokens. Two texts that differ only in Kurdish, Arabic or Persian letter forms, digit system, case,
 * marks, joiners, tatweel, punctuation, spacing or Unicode normalisation have equal tokens. Made in time linear in the
 * text. Immutable.
 */
public final class FoldedText {

    /** Name and version of the fold; any change of its outcome needs another one, since fingerprints are stored. */
    public static final String VERSION = "fold1";

    /** Tokens, each followed by a space; the arrays may be longer than what is used of them. */
    private final char[] characters;

    private final int[] ends;
    private final long[] hashes;
    private final byte[] kinds;
    private final int size;

    FoldedText(char[] characters, int[] ends, long[] hashes, byte[] kinds, int size) {
        this.characters = characters;
        this.ends = ends;
        this.hashes = hashes;
        this.kinds = kinds;
        this.size = size;
    }

    /**
     * Folds a text.
     *
     * @param text any UTF-16; unpaired surrogates separate tokens
     */
    public static FoldedText of(String text) {
        Folder folder = new Folder(text.length());
        folder.add(text);
        return folder.finish();
    }

    /** Returns the number of tokens. */
    public int size() {
        return size;
    }

    /** Returns the 64-bit hash of a token, equal for equal tokens. */
    public long hash(int token) {
        return hashes[token];
    }

    /** Returns the kind of a token. */
    public TokenKind kind(int token) {
        return TokenKind.of(kinds[token]);
    }

    /** Returns a token's folded characters. */
    public String token(int token) {
        int start = token == 0 ? 0 : ends[token - 1];
        return new String(characters, start, ends[token] - 1 - start);
    }

    /** Returns the tokens from one on. */
    public FoldedText from(int token) {
        if (token == 0) {
            return this;
        }
        int start = ends[token - 1];
        int[] shifted = Arrays.copyOfRange(ends, token, size);
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] -= start;
        }
        return new FoldedText(
                Arrays.copyOfRange(characters, start, length()),
                shifted,
                Arrays.copyOfRange(hashes, token, size),
                Arrays.copyOfRange(kinds, token, size),
                size - token);
    }

    /** Returns whether this begins with all tokens of another text; every text begins with the empty one. */
    public boolean startsWith(FoldedText other) {
        return other.size <= size
                && Arrays.equals(ends, 0, other.size, other.ends, 0, other.size)
                && Arrays.equals(characters, 0, other.length(), other.characters, 0, other.length());
    }

    private int length() {
        return size == 0 ? 0 : ends[size - 1];
    }

    /** Returns the exact fingerprint: equal for texts of equal tokens, else different but for 2^-128 odds. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(this);
    }

    /** Returns all tokens, each followed by a space. */
    @Override
    public String toString() {
        return new String(characters, 0, length());
    }
}
