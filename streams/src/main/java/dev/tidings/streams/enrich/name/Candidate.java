package dev.tidings.streams.enrich.name;

import java.util.Optional;

/**
 * A stretch of tokens that names something.
 *
 * @param first first token
 * @param last last token
 * @param kind what it names
 * @param known the known name it is; empty when a rule found it
 */
record Candidate(int first, int last, NameKind kind, Optional<KnownName> known) {

    static Candidate of(KnownNames.Hit hit) {
        return new Candidate(hit.first(), hit.last(), hit.name().kind(), Optional.of(hit.name()));
    }

    static Candidate found(int first, int last, NameKind kind) {
        return new Candidate(first, last, kind, Optional.empty());
    }

    boolean covers(int token) {
        return first <= token && token <= last;
    }
}
