package dev.tidings.streams.enrich.token;

/** What a token is made of. */
public enum TokenKind {
    /** Letters with their marks; a single character in scripts without spaces. */
    WORD,
    /** Digits of one script. */
    NUMBER,
    /** One character that is neither letter, digit nor white space. */
    SIGN
}
