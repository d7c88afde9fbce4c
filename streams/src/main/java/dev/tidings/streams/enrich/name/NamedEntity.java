package dev.tidings.streams.enrich.name;

import dev.tidings.streams.enrich.name.lexicon.NameKind;
import dev.tidings.streams.enrich.token.Span;
import java.util.List;
import java.util.Optional;

/**
 * Somebody or something the text names, with all its mentions.
 *
 * @param kind what it is
 * @param name name as the text first writes it in full
 * @param label English label, where one is known
 * @param literal ISO 3166-1 alpha-2 code of a country
 * @param matchKey key under which spellings in any script agree
 * @param mentions where it is named, in order; at least one
 * @param relevance how much the text is about it, 0 to 1
 */
public record NamedEntity(
        NameKind kind,
        String name,
        Optional<String> label,
        Optional<String> literal,
        String matchKey,
        List<Span> mentions,
        double relevance) {

    /** From this relevance on, a text is about it; below, it only mentions it. */
    private static final double ABOUT = 0.6;

    /** Freezes the mentions. */
    public NamedEntity {
        mentions = List.copyOf(mentions);
        if (mentions.isEmpty() || relevance < 0 || relevance > 1) {
            throw new IllegalArgumentException("an entity has a mention and a relevance of 0 to 1, was " + name);
        }
    }

    /** Returns whether it is known by an English label. */
    public boolean isKnown() {
        return label.isPresent();
    }

    /** Returns what it is in every language: the code of a country, else the English label, else the match key. */
    public String identityKey() {
        return literal.or(() -> label).orElse(matchKey);
    }

    /** Returns the relation to the article by ninjs: about, mentioned. */
    public String relation() {
        return relevance >= ABOUT ? "about" : "mentioned";
    }
}
