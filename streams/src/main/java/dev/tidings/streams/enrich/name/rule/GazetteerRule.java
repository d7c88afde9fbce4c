package dev.tidings.streams.enrich.name.rule;

import dev.tidings.streams.enrich.name.lexicon.Gazetteer;
import dev.tidings.streams.enrich.name.lexicon.NameKind;
import dev.tidings.streams.enrich.token.Tokens;
import java.util.Optional;

/**
 * Finds known names, from left to right, the longest first; inside an organisation's name also the names it is made of.
 */
public final class GazetteerRule implements NameRule {

    private final Gazetteer known;

    public GazetteerRule(Gazetteer known) {
        this.known = known;
    }

    @Override
    public void apply(NameMap names) {
        Tokens tokens = names.tokens();
        Gazetteer.Openings[] openings = new Gazetteer.Openings[tokens.distinctWordCount()];
        for (int word = 0; word < openings.length; word++) {
            openings[word] = known.openingsOf(tokens.wordAt(word));
        }
        int token = 0;
        while (token < tokens.size()) {
            Gazetteer.Openings opened = openings[tokens.wordNumber(token)];
            boolean maybe = !opened.isNone() && tokens.isWord(token);
            int last = maybe ? addAt(token, opened, names) : token;
            token = last + 1;
        }
    }

    /** Adds the name that begins at a token, and returns its last token. */
    private int addAt(int token, Gazetteer.Openings opened, NameMap names) {
        Optional<Gazetteer.Hit> hit = Gazetteer.findLongestAt(names.tokens(), token, opened);
        if (hit.isEmpty()) {
            return token;
        }
        add(hit.get(), names);
        return hit.get().last();
    }

    private void add(Gazetteer.Hit hit, NameMap names) {
        names.add(NameCandidate.of(hit));
        if (hit.name().kind() == NameKind.ORGANISATION) {
            addInside(hit, names);
        }
    }

    /** The General Assembly of the United Nations names both. */
    private void addInside(Gazetteer.Hit hit, NameMap names) {
        for (int token = hit.first() + 1; token <= hit.last(); token++) {
            Optional<Gazetteer.Hit> inner = findInside(names.tokens(), token)
                    .filter(met -> met.last() <= hit.last())
                    .filter(met -> met.name().kind() == NameKind.ORGANISATION);
            if (inner.isPresent()) {
                names.add(NameCandidate.of(inner.get()));
                return;
            }
        }
    }

    private Optional<Gazetteer.Hit> findInside(Tokens tokens, int token) {
        return tokens.isWord(token)
                ? Gazetteer.findLongestAt(tokens, token, known.openingsOf(tokens.wordAt(tokens.wordNumber(token))))
                : Optional.empty();
    }
}
