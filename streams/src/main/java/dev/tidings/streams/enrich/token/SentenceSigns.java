package dev.tidings.streams.enrich.token;

/** The signs that end sentences. */
final class SentenceSigns {

    /** Signs after which no white space is needed. */
    static final String IDEOGRAPHIC = "。！？";

    static final String ALL = ".!?؟۔।…" + IDEOGRAPHIC;

    private SentenceSigns() {}
}
