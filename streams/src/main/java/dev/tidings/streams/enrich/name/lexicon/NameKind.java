package dev.tidings.streams.enrich.name.lexicon;

import java.util.Locale;

/** What a name names. */
public enum NameKind {
    /** A person. */
    PERSON,
    /** An organisation. */
    ORGANISATION,
    /** A country or territory of ISO 3166-1. */
    COUNTRY,
    /** A city. */
    CITY,
    /** Any other place: region, sea, province, building, road. */
    PLACE,
    /** A people or the adjective of a country; names nothing by itself. */
    DEMONYM;

    /** Returns the code it is published as. */
    public String publishedCode() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether it is a place. */
    public boolean isPlace() {
        return this == COUNTRY || this == CITY || this == PLACE;
    }
}
