package dev.tidings.streams.analyse;

/** What kind of failure it is when a stage refuses an article by rule; the dead letter's category has the same name. */
public enum StageFailure {
    /** The bytes are no text. */
    DECODING,
    /** The document holds no article. */
    PARSE,
    /** Something could not be found out about the article. */
    ENRICH
}
