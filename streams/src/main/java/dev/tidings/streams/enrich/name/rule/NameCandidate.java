package dev.tidings.streams.enrich.name.rule;

import dev.tidings.streams.enrich.name.lexicon.Gazetteer;
import dev.tidings.streams.enrich.name.lexicon.GazetteerEntry;
import dev.tidings.streams.enrich.name.lexicon.NameKind;
import java.util.Optional;

/**
 * A stretch of tokens that names something.
 *
 * @param first first token
 * @param last last token
 * @param kind what it names
 * @param known the known name it is; empty when a rule found it
 */
public record NameCandidate(int first, int last, NameKind kind, Optional<GazetteerEntry> known) {

    static NameCandidate of(Gazetteer.Hit hit) {
        return new NameCandidate(hit.first(), hit.last(), hit.name().kind(), Optional.of(hit.name()));
    }

    static NameCandidate ofRule(int first, int last, NameKind kind) {
        return new NameCandidate(first, last, kind, Optional.empty());
    }

    boolean covers(int token) {
        return first <= token && token <= last;
    }
}
