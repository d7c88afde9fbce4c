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
        KnownNames.Openings[] openings = new KnownNames.Openings[tokens.words()];
        for (int word = 0; word < openings.length; word++) {
            openings[word] = known.openingsOf(tokens.wordAt(word));
        }
        int token = 0;
        while (token < tokens.size()) {
            KnownNames.Openings opened = openings[tokens.word(token)];
            boolean maybe = !opened.isNone() && tokens.isWord(token);
            int last = maybe ? addAt(token, opened, names) : token;
            token = last + 1;
        }
    }

    /** Adds the name that begins at a token, and returns its last token. */
    private int addAt(int token, KnownNames.Openings opened, NameMap names) {
        Optional<KnownNames.Hit> hit = KnownNames.at(names.tokens(), token, opened);
        hit.ifPresent(met -> add(met, names));
        return hit.map(KnownNames.Hit::last).orElse(token);
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
            Optional<KnownNames.Hit> inner = inside(names.tokens(), token)
                    .filter(met -> met.last() <= hit.last())
                    .filter(met -> met.name().kind() == NameKind.ORGANISATION);
            if (inner.isPresent()) {
                names.add(Candidate.of(inner.get()));
                return;
            }
        }
    }

    private Optional<KnownNames.Hit> inside(Tokens tokens, int token) {
        return tokens.isWord(token)
                ? KnownNames.at(tokens, token, known.openingsOf(tokens.wordAt(tokens.word(token))))
                : Optional.empty();
    }
}
