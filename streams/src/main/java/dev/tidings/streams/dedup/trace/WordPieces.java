package dev.tidings.streams.dedup.trace;

import dev.tidings.text.fold.TokenKind;

/**
 * Cuts the tokens of a text into what gets a symbol each: a word or number where spaces part them; elsewhere runs of
 * characters about as long as a word, cut where the characters themselves say so, so that a letter more or less moves
 * no other cut. For one thread, for one text after another.
 */
final class WordPieces {

    private static final long BASE = 0xd6e8_feb8_6659_fd93L;
    /** One in so many places between characters is a cut. */
    private static final int IDEOGRAPHS = 2;

    private static final int UNSPACED = 4;

    private final WordSymbols.Builder symbols = new WordSymbols.Builder();
    private long piece;
    private long previous;

    void clear() {
        endPiece();
        symbols.clear();
    }

    int size() {
        return symbols.size();
    }

    boolean isFull() {
        return symbols.isFull();
    }

    void add(long hash, TokenKind kind) {
        if (kind == TokenKind.WORD || kind == TokenKind.NUMBER) {
            endPiece();
            symbols.add(hash);
        } else {
            addCharacter(hash, kind == TokenKind.IDEOGRAPH ? IDEOGRAPHS : UNSPACED);
        }
    }

    private void addCharacter(long hash, int oneIn) {
        long context = mix(hash * BASE + previous);
        piece = mix(piece * BASE + hash);
        previous = hash;
        if (Long.remainderUnsigned(context >>> 32, oneIn) == 0) {
            symbols.add(piece);
            piece = 0;
        }
    }

    void endSentence() {
        endPiece();
    }

    private void endPiece() {
        if (piece != 0) {
            symbols.add(piece);
        }
        piece = 0;
        previous = 0;
    }

    WordSymbols build() {
        return symbols.build();
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 31)) * 0x94d0_49bb_1331_11ebL;
        return mixed ^ (mixed >>> 29);
    }
}
