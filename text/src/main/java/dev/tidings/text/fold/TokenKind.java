package dev.tidings.text.fold;

/** What a folded token is, by how its script writes words. */
public enum TokenKind {
    /** A word of a script that puts spaces between words. */
    WORD(0),
    /** A run of decimal digits. */
    NUMBER(1),
    /** One Han character or one kana: Chinese and Japanese write no spaces. */
    IDEOGRAPH(2),
    /** One character of Thai, Lao, Khmer, Myanmar and their kin, alphabets that write no spaces. */
    UNSPACED(3);

    private static final TokenKind[] BY_CODE = {WORD, NUMBER, IDEOGRAPH, UNSPACED};

    private final int code;

    TokenKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Returns whether every character is a token of its own. */
    boolean singleCharacter() {
        return this == IDEOGRAPH || this == UNSPACED;
    }

    static TokenKind of(int code) {
        return BY_CODE[code];
    }
}
