package dev.tidings.streams.enrich.name.lexicon;

import java.util.Optional;

/**
 * A name that is known, whatever its spelling.
 *
 * @param kind what it names
 * @param label English label
 * @param code ISO 3166-1 alpha-2 code of the country; empty when none belongs to it
 */
public record GazetteerEntry(NameKind kind, String label, Optional<String> code) {

    /** Returns the code of a country; other names only belong to one. */
    public Optional<String> literal() {
        return kind == NameKind.COUNTRY ? code : Optional.empty();
    }
}
