package dev.tidings.streams.enrich.token;

import java.util.Arrays;

/** Cuts a text into tokens and keeps them as parallel arrays. */
final class TokenReader {

    int[] starts;
    int[] ends;
    int[] spans;
    TokenKind[] kinds;
    int size;

    private final String text;

    TokenReader(String text) {
        this.text = text;
        int guess = 16 + text.length() / 4;
        this.starts = new int[guess];
        this.ends = new int[guess];
        this.spans = new int[guess];
        this.kinds = new TokenKind[guess];
    }

    void read(Span stretch, int span) {
        int at = stretch.start();
        while (at < stretch.end()) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (isSpace(codePoint)) {
                at = next;
            } else {
                TokenKind kind = kind(codePoint);
                int end = kind == TokenKind.SIGN || standsAlone(codePoint) ? next : end(next, kind, stretch.end());
                add(at, Math.min(end, stretch.end()), span, kind);
                at = end;
            }
        }
    }

    private int end(int from, TokenKind kind, int limit) {
        int at = from;
        while (at < limit) {
            int codePoint = text.codePointAt(at);
            boolean more = continues(codePoint) || (kind(codePoint) == kind && !standsAlone(codePoint));
            if (!more || isSpace(codePoint)) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static TokenKind kind(int codePoint) {
        if (Character.isLetter(codePoint)) {
            return TokenKind.WORD;
        }
        // Beyond the basic plane digits are ornaments, and a value is read unit by unit.
        return codePoint <= Character.MAX_VALUE && Character.isDigit(codePoint) ? TokenKind.NUMBER : TokenKind.SIGN;
    }

    /** Marks, and joiners inside a word: the Persian half space is no white space. */
    private static boolean continues(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || codePoint == 0x200c
                || codePoint == 0x200d;
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || (codePoint != 0x200c && codePoint != 0x200d && Character.getType(codePoint) == Character.FORMAT);
    }

    private static boolean standsAlone(int codePoint) {
        return codePoint >= 0x2e80
                && (Character.isIdeographic(codePoint) || (codePoint >= 0x3040 && codePoint <= 0x30ff));
    }

    private void add(int start, int end, int span, TokenKind kind) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        ends[size] = end;
        spans[size] = span;
        kinds[size] = kind;
        size++;
    }

    private void grow() {
        int length = 2 * size;
        starts = Arrays.copyOf(starts, length);
        ends = Arrays.copyOf(ends, length);
        spans = Arrays.copyOf(spans, length);
        kinds = Arrays.copyOf(kinds, length);
    }
}
