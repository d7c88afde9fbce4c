package dev.tidings.streams.enrich.name.rule;

import dev.tidings.streams.enrich.name.lexicon.NameKind;
import dev.tidings.streams.enrich.name.lexicon.WordKind;
import dev.tidings.streams.enrich.token.Tokens;

/** Finds Arabic organisations: the word for a body, then words with the article: وزارة الخارجية الروسية. */
public final class ArabicBodyRule implements NameRule {

    private static final int MAX_WORDS = 5;

    @Override
    public void apply(NameMap names) {
        if (!names.hasAny(WordKind.ARABIC_BODY)) {
            return;
        }
        for (int token = 0; token < names.tokens().size(); token++) {
            if (names.isWord(WordKind.ARABIC_BODY, token) && !names.isNamed(token)) {
                addChain(token, names);
            }
        }
    }

    private static void addChain(int head, NameMap names) {
        Tokens tokens = names.tokens();
        int last = head;
        while (last - head < MAX_WORDS
                && isDefinite(names, last + 1)
                && tokens.spanIndex(last + 1) == tokens.spanIndex(head)) {
            last++;
        }
        boolean owned = names.isNamed(head + 1, last);
        if (last - head >= 2 || (last > head && owned)) {
            names.add(NameCandidate.ofRule(head, last, NameKind.ORGANISATION));
        }
    }

    private static boolean isDefinite(NameMap names, int token) {
        Tokens tokens = names.tokens();
        return tokens.isWord(token)
                && (tokens.key(token).startsWith("ال")
                        || names.candidateAt(token)
                                .filter(name -> name.kind().isPlace())
                                .isPresent())
                && !names.isWord(WordKind.FUNCTION, token);
    }
}
