package dev.tidings.text.fold;

/** What a folded token is, by how its script writes words. */
public enum TokenKind {
    /** A word of a script that puts spaces between words. */
    WORD(0, 28),
    /** A run of decimal digits. */
    NUMBER(1, 28),
    /** One Han character or one kana: Chinese and Japanese write no spaces. */
    IDEOGRAPH(2, 16),
    /** One character of Thai, Lao, Khmer, Myanmar and their kin, alphabets that write no spaces. */
    UNSPACED(3, 7);

    /** First code of the kinds of which every character is a token of its own. */
    static final int FIRST_SINGLE = 2;

    private static final TokenKind[] BY_CODE = {WORD, NUMBER, IDEOGRAPH, UNSPACED};

    private final int code;
    private final int weight;

    TokenKind(int code, int weight) {
        this.code = code;
        this.weight = weight;
    }

    int code() {
        return code;
    }

    /** Returns how much a token says beside others: 4 words, 7 ideographs or 16 unspaced characters weigh 112. */
    public int weight() {
        return weight;
    }

    static TokenKind kindOf(int code) {
        return BY_CODE[code];
    }
}
