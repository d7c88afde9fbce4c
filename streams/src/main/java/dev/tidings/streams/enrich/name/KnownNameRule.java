package dev.tidings.streams.enrich.name;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.Optional;

/** Finds known names, from left to right, the longest first; inside an organisation's name also the names it is made of. */
final class KnownNameRule implements NameRule {

    private final KnownNames known;

    KnownNameRule(KnownNames known) {
        this.known = known;
    }

    @Override
    public void apply(NameMap names) {
        Tokens tokens = names.tokens();
        int token = 0;
        while (token < tokens.size()) {
            Optional<KnownNames.Hit> hit = known.at(tokens, token);
            hit.ifPresent(met -> add(met, names));
            token = hit.map(KnownNames.Hit::last).orElse(token) + 1;
        }
    }

    private void add(KnownNames.Hit hit, NameMap names) {
        names.add(Candidate.of(hit));
        if (hit.name().kind() == NameKind.ORGANISATION) {
            addInside(hit, names);
        }
    }

    /** The General Assembly of the United Nations names both. */
    private void addInside(KnownNames.Hit hit, NameMap names) {
        for (int token = hit.first() + 1; token <= hit.last(); token++) {
            Optional<KnownNames.Hit> inner = known.at(names.tokens(), token)
                    .filter(met -> met.last() <= hit.last())
                    .filter(met -> met.name().kind() == NameKind.ORGANISATION);
            if (inner.isPresent()) {
                names.add(Candidate.of(inner.get()));
                return;
            }
        }
    }
}
