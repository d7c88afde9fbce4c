package dev.tidings.text.fold;

import java.util.Arrays;

/**
 * Folds one text after another into memory that is used again, which takes two thirds of the time of
 * {@link FoldedText#of}. For one thread.
 */
public final class Folder {

    private static final long PRIME = 0x9e37_79b9_7f4a_7c15L;
    private static final int NONE = -1;
    private static final int MIN_GROWTH_TOKENS = 16;

    private char[] units = {};
    private char[] characters = {};
    private int length;
    private int[] ends = {};
    private long[] hashes = {};
    private byte[] kinds = {};
    private int tokens;
    private boolean spaced;

    private int openKind = NONE;
    private long hash;

    /** Makes a folder without buffers, which are made with the first text. */
    public Folder() {}

    /**
     * Folds a text.
     *
     * @param text any UTF-16; unpaired surrogates separate tokens
     * @return the folded text, lent until the next one is folded
     */
    public FoldedText fold(String text) {
        begin(text);
        addAll(0, text.length());
        closeToken();
        return folded();
    }

    /**
     * Folds a text and tells which token stands at each of some places. No token goes on over a place, so the tokens
     * are those of {@link #fold(String)} where no place stands inside a word.
     *
     * @param text any UTF-16
     * @param places positions in the text, ascending, none between the halves of a surrogate pair
     * @param count how many of the places there are; the rest of the array is not read
     * @param tokens receives for each place the number of tokens before it; at least as long as that
     * @return the folded text, lent until the next one is folded
     */
    public FoldedText fold(String text, int[] places, int count, int[] tokens) {
        begin(text);
        int from = 0;
        for (int place = 0; place < count; place++) {
            addAll(from, places[place]);
            closeToken();
            tokens[place] = this.tokens;
            from = places[place];
        }
        addAll(from, text.length());
        closeToken();
        return folded();
    }

    private void begin(String text) {
        length = 0;
        tokens = 0;
        spaced = true;
        reserveUnits(text.length());
        reserveTokens(text.length() / 5);
        if (units.length < text.length()) {
            units = new char[characters.length];
        }
        text.getChars(0, text.length(), units, 0);
    }

    private FoldedText folded() {
        return new FoldedText(characters, ends, hashes, kinds, 0, tokens, spaced);
    }

    private void addAll(int from, int end) {
        int next = from;
        while (next < end) {
            if (openKind <= TokenKind.WORD.code()) {
                next = addWords(next, end);
            }
            if (next < end) {
                next = addOne(next, end);
            }
        }
    }

    /**
     * Adds words and what parts them as long as nothing else comes, and returns where that ends. Almost all of almost
     * every text is added here, hence the local variables.
     */
    private int addWords(int from, int to) {
        // A unit adds one character, that of its own or the space behind a token.
        reserveUnits(to - from);
        int[] latin = FoldTable.pageOf(0).entries;
        char[] in = units;
        char[] out = characters;
        int end = length;
        int start = tokens == 0 ? 0 : ends[tokens - 1];
        long mixed = hash;
        int next = from;
        while (next < to) {
            char unit = in[next];
            int entry = unit < latin.length ? latin[unit] : FoldTable.pageOf(unit).entries[unit & 0xff];
            if (FoldTable.isPlainWord(entry)) {
                out[end++] = (char) entry;
                mixed = (mixed ^ entry) * PRIME;
            } else if (entry > FoldTable.IGNORED || entry < 0) {
                break;
            } else if (entry == FoldTable.BREAK && end > start) {
                out[end++] = ' ';
                addToken(end, mixed, TokenKind.WORD.code());
                mixed = 0;
                start = end;
            }
            next++;
        }
        length = end;
        hash = mixed;
        openKind = end == start ? NONE : TokenKind.WORD.code();
        return next;
    }

    /** Adds one code point, of one or two units and of any number of entries, and returns where it ends. */
    private int addOne(int at, int end) {
        int codePoint = Character.codePointAt(units, at, end);
        FoldTable.Page page = FoldTable.pageOf(codePoint);
        int entry = page.entries[codePoint & 0xff];
        if (entry == FoldTable.SURROGATE) {
            closeToken();
        } else if (entry >= 0) {
            addCodePoint(entry);
        } else {
            for (int part : page.expansions[~entry]) {
                addCodePoint(part);
            }
        }
        return at + Character.charCount(codePoint);
    }

    private void addCodePoint(int entry) {
        if (entry > FoldTable.IGNORED) {
            int kind = FoldTable.tokenKind(entry);
            // "27ی" and "G20" are a number beside a word, however they are spaced.
            if (kind != openKind || kind >= TokenKind.FIRST_SINGLE) {
                closeToken();
                openKind = kind;
                spaced &= kind < TokenKind.FIRST_SINGLE;
            }
            appendUnit(FoldTable.foldedCharacter(entry));
        } else if (entry == FoldTable.BREAK) {
            closeToken();
        }
    }

    private void appendUnit(int codePoint) {
        reserveUnits(2);
        if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            characters[length++] = (char) codePoint;
        } else {
            characters[length++] = Character.highSurrogate(codePoint);
            characters[length++] = Character.lowSurrogate(codePoint);
        }
        hash = (hash ^ codePoint) * PRIME;
    }

    /** Makes room for some units and a space behind them. */
    private void reserveUnits(int units) {
        if (length + units >= characters.length) {
            characters = Arrays.copyOf(characters, Math.max(characters.length * 2, length + units + 16));
        }
    }

    /** Makes room for some tokens more. */
    private void reserveTokens(int more) {
        int room = tokens + Math.max(more, MIN_GROWTH_TOKENS);
        if (room > ends.length) {
            ends = Arrays.copyOf(ends, room);
            hashes = Arrays.copyOf(hashes, room);
            kinds = Arrays.copyOf(kinds, room);
        }
    }

    private void closeToken() {
        if (openKind != NONE) {
            reserveUnits(0);
            characters[length++] = ' ';
            addToken(length, hash, openKind);
            hash = 0;
            openKind = NONE;
        }
    }

    private void addToken(int end, long tokenHash, int kind) {
        int token = tokens;
        if (token == ends.length) {
            reserveTokens(token);
        }
        ends[token] = end;
        hashes[token] = mixBits(tokenHash);
        kinds[token] = (byte) kind;
        tokens = token + 1;
    }

    /** The finaliser of MurmurHash3 (Austin Appleby), a bijection that lets every input bit reach every output bit. */
    private static long mixBits(long value) {
        long h = (value ^ (value >>> 33)) * 0xff51_afd7_ed55_8ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
        return h ^ (h >>> 33);
    }
}
