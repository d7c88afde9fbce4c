package dev.tidings.text.fold;

import java.util.Arrays;

/** Collects the tokens of one text. For one use by one thread. */
final class Folder {

    private static final long PRIME = 0x9e37_79b9_7f4a_7c15L;
    private static final int NONE = -1;

    private char[] characters;
    private int length;
    private int[] ends;
    private long[] hashes;
    private byte[] kinds;
    private int tokens;

    private int openKind = NONE;
    private long hash;

    Folder(int expected) {
        characters = new char[expected + expected / 16 + 16];
        int words = expected / 5 + 16;
        ends = new int[words];
        hashes = new long[words];
        kinds = new byte[words];
    }

    void add(String text) {
        char[] units = text.toCharArray();
        int next = 0;
        while (next < units.length) {
            if (openKind <= TokenKind.WORD.code()) {
                next = addWords(units, next);
            }
            if (next < units.length) {
                next = addOne(units, next);
            }
        }
    }

    /**
     * Adds words and what parts them as long as nothing else comes, and returns where that ends. Almost all of almost
     * every text is added here, hence the local variables.
     */
    private int addWords(char[] units, int from) {
        // A unit adds one character, that of its own or the space behind a token.
        reserve(units.length - from);
        char[] out = characters;
        int end = length;
        int start = tokens == 0 ? 0 : ends[tokens - 1];
        long mixed = hash;
        int next = from;
        for (; next < units.length; next++) {
            char unit = units[next];
            int entry = FoldTable.page(unit).entries[unit & 0xff];
            if ((entry & FoldTable.BEYOND_PLAIN) != 0) {
                break;
            }
            if (entry > FoldTable.IGNORED) {
                out[end++] = (char) entry;
                mixed = (mixed ^ entry) * PRIME;
            } else if (entry == FoldTable.BREAK && end > start) {
                out[end++] = ' ';
                token(end, mixed, TokenKind.WORD.code());
                mixed = 0;
                start = end;
            }
        }
        length = end;
        hash = mixed;
        openKind = end == start ? NONE : TokenKind.WORD.code();
        return next;
    }

    /** Adds one code point, of one or two units and of any number of entries, and returns where it ends. */
    private int addOne(char[] units, int at) {
        int codePoint = Character.codePointAt(units, at);
        FoldTable.Page page = FoldTable.page(codePoint);
        int entry = page.entries[codePoint & 0xff];
        if (entry == FoldTable.SURROGATE) {
            close();
        } else if (entry >= 0) {
            add(entry);
        } else {
            for (int part : page.expansions[~entry]) {
                add(part);
            }
        }
        return at + Character.charCount(codePoint);
    }

    FoldedText finish() {
        close();
        return new FoldedText(characters, ends, hashes, kinds, tokens);
    }

    private void add(int entry) {
        if (entry > FoldTable.IGNORED) {
            int kind = FoldTable.kind(entry);
            // "27ی" and "G20" are a number beside a word, however they are spaced.
            if (kind != openKind || kind >= TokenKind.FIRST_SINGLE) {
                close();
                openKind = kind;
            }
            append(FoldTable.character(entry));
        } else if (entry == FoldTable.BREAK) {
            close();
        }
    }

    private void append(int codePoint) {
        reserve(2);
        if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            characters[length++] = (char) codePoint;
        } else {
            characters[length++] = Character.highSurrogate(codePoint);
            characters[length++] = Character.lowSurrogate(codePoint);
        }
        hash = (hash ^ codePoint) * PRIME;
    }

    /** Makes room for some units and a space behind them. */
    private void reserve(int units) {
        if (length + units >= characters.length) {
            characters = Arrays.copyOf(characters, Math.max(characters.length * 2, length + units + 16));
        }
    }

    private void close() {
        if (openKind != NONE) {
            reserve(0);
            characters[length++] = ' ';
            token(length, hash, openKind);
            hash = 0;
            openKind = NONE;
        }
    }

    private void token(int end, long tokenHash, int kind) {
        if (tokens == ends.length) {
            ends = Arrays.copyOf(ends, tokens * 2);
            hashes = Arrays.copyOf(hashes, tokens * 2);
            kinds = Arrays.copyOf(kinds, tokens * 2);
        }
        ends[tokens] = end;
        hashes[tokens] = mix(tokenHash);
        kinds[tokens++] = (byte) kind;
    }

    /** The finaliser of MurmurHash3 (Austin Appleby), a bijection that lets every input bit reach every output bit. */
    private static long mix(long value) {
        long h = (value ^ (value >>> 33)) * 0xff51_afd7_ed55_8ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
        return h ^ (h >>> 33);
    }
}
