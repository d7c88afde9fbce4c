package dev.tidings.streams.enrich.name.rule;

import dev.tidings.streams.enrich.name.lexicon.NameKind;
import dev.tidings.streams.enrich.name.lexicon.WordKind;
import dev.tidings.streams.enrich.token.Tokens;

/** Finds organisations in scripts with capitals: Northern Institute, Ministry of Silly Walks. */
public final class CasedBodyRule implements NameRule {

    private static final int MAX_WORDS = 6;

    @Override
    public void apply(NameMap names) {
        if (!names.hasAny(WordKind.OF_BODY) && !names.hasAny(WordKind.TAIL_BODY)) {
            return;
        }
        Tokens tokens = names.tokens();
        for (int token = 0; token < tokens.size(); token++) {
            if (!tokens.isCapitalised(token) || isPartOfBody(names, token)) {
                continue;
            }
            if (names.isWord(WordKind.OF_BODY, token) && isOf(tokens, token + 1)) {
                addOf(token, names);
            } else if (names.isWord(WordKind.TAIL_BODY, token)) {
                addTail(token, names);
            }
        }
    }

    /** Of a known body, or of a place: West Bank. */
    private static boolean isPartOfBody(NameMap names, int token) {
        return names.candidateAt(token)
                .filter(name ->
                        name.kind() == NameKind.ORGANISATION || name.kind().isPlace())
                .isPresent();
    }

    private static boolean isOf(Tokens tokens, int token) {
        return tokens.isWord(token) && tokens.hasKey(token, "of");
    }

    private static void addOf(int head, NameMap names) {
        Tokens tokens = names.tokens();
        int first = tokens.isWord(head + 2) && tokens.hasKey(head + 2, "the") ? head + 3 : head + 2;
        int last = first - 1;
        while (last - head < MAX_WORDS
                && tokens.isCapitalised(last + 1)
                && tokens.spanIndex(last + 1) == tokens.spanIndex(head)) {
            last++;
        }
        if (last >= first) {
            names.add(NameCandidate.ofRule(head, last, NameKind.ORGANISATION));
        }
    }

    private static void addTail(int tail, NameMap names) {
        Tokens tokens = names.tokens();
        int first = tail;
        while (tail - first < MAX_WORDS
                && isBefore(names, first - 1)
                && tokens.spanIndex(first - 1) == tokens.spanIndex(tail)) {
            first -= isLinked(names, first - 1) ? 3 : 1;
        }
        if (first < tail) {
            names.add(NameCandidate.ofRule(first, tail, NameKind.ORGANISATION));
        }
    }

    /** Relief and Works Agency: two unknown words with an and between that no sentence begins with. */
    private static boolean isLinked(NameMap names, int word) {
        Tokens tokens = names.tokens();
        return names.isWord(WordKind.AND, word - 1)
                && isBefore(names, word - 2)
                && !names.isNamed(word - 2)
                && !names.isNamed(word)
                && tokens.hasToken(word - 3)
                && tokens.spanIndex(word - 3) == tokens.spanIndex(word)
                && !tokens.endsSentence(word - 3);
    }

    private static boolean isBefore(NameMap names, int token) {
        return names.tokens().isCapitalised(token)
                && !names.isWord(WordKind.FUNCTION, token)
                && !names.isWord(WordKind.TITLE, token);
    }
}
