package dev.tidings.streams.dedup.change;

/** What the headline of an incoming text is to that of the text it was matched with. */
public enum Headline {
    /** The same words, or some more. */
    SAME,
    /** As many words, of which one or two are others: "wins", "loses". */
    EDITED,
    /** None, or another one altogether, as who takes over a text writes his own. */
    OTHER
}
