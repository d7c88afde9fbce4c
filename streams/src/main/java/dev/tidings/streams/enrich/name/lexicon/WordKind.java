package dev.tidings.streams.enrich.name.lexicon;

/** What a word beside a name tells of it. */
public enum WordKind {
    /** A person's office, after the name: minister, spokesman. */
    ROLE,
    /** A title before a name. */
    TITLE,
    /** Head of a Kurdish organisation's name; the rest follows by izafe. */
    BODY,
    /** Head of an Arabic organisation's name; definite words follow. */
    ARABIC_BODY,
    /** Head of an organisation's name before of: Ministry of. */
    OF_BODY,
    /** Tail of an organisation's name: Institute. */
    TAIL_BODY,
    /** And, inside an organisation's name. */
    AND,
    /** A verb of saying. */
    SAY,
    /** A small word inside a name: al, von. */
    PARTICLE,
    /** A word that is never part of a name. */
    FUNCTION,
    /** A word before things, not before people. */
    ARTICLE,
    /** A known name that is a common word as well. */
    COMMON,
    /** A word for a road after its number. */
    ROAD;

    /** The bit is never stored, so the order may change. */
    @SuppressWarnings("EnumOrdinal")
    public int bitMask() {
        return 1 << ordinal();
    }
}
