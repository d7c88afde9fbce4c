package dev.tidings.streams.enrich.name.rule;

import dev.tidings.streams.enrich.name.lexicon.NameKind;
import dev.tidings.streams.enrich.name.lexicon.WordKind;
import dev.tidings.streams.enrich.token.Tokens;

/**
 * Finds Kurdish organisations: the word for a body, then what izafe hangs on it, up to the word that has no izafe
 * ({@code وەزارەتی دەرەوەی ئێران}). At least one of the words must be a known name, else the body is any.
 */
public final class IzafeBodyRule implements NameRule {

    private static final int MAX_WORDS = 8;

    @Override
    public void apply(NameMap names) {
        if (!names.hasAny(WordKind.BODY)) {
            return;
        }
        int token = 0;
        while (token < names.tokens().size()) {
            int last = isHead(names, token) ? chainEnd(names, token) : token;
            if (last > token && names.isNamed(token + 1, last)) {
                names.add(NameCandidate.ofRule(token, last, NameKind.ORGANISATION));
            }
            token = last + 1;
        }
    }

    private static boolean isHead(NameMap names, int token) {
        return names.isInflected(WordKind.BODY, token) && !names.isNamed(token);
    }

    private static int chainEnd(NameMap names, int head) {
        Tokens tokens = names.tokens();
        int last = head;
        while (last - head < MAX_WORDS) {
            int next = nextLinkEnd(names, last);
            if (next == last || tokens.spanIndex(next) != tokens.spanIndex(head) || isIndefinite(tokens.key(next))) {
                return isIndefinite(tokens.key(Math.min(next, tokens.size() - 1))) ? head : last;
            }
            last = next;
        }
        return last;
    }

    /** Returns the last token of the next link, or the same token when the chain ends. */
    private static int nextLinkEnd(NameMap names, int last) {
        Tokens tokens = names.tokens();
        if (names.isDemonym(last)) {
            // Iraqi - Russian: two adjectives with a dash between are one.
            return tokens.isSign(last + 1, '-') && names.isDemonym(last + 2) ? last + 2 : last;
        }
        if (hasIzafe(tokens, last) && tokens.isWord(last + 1) && !names.isWord(WordKind.FUNCTION, last + 1)) {
            return endOfName(names, last + 1);
        }
        // A directorate at a presidency: two bodies with the word for in between.
        return tokens.isWord(last + 1) && tokens.hasKey(last + 1, "له") && isHead(names, last + 2) ? last + 2 : last;
    }

    private static int endOfName(NameMap names, int token) {
        return names.candidateAt(token).map(NameCandidate::last).orElse(token);
    }

    private static boolean hasIzafe(Tokens tokens, int token) {
        // The match key of ێ is ی too, and that is no izafe: ورمێ.
        char end = tokens.text().charAt(tokens.end(token) - 1);
        return end == 'ی' || end == 'ى' || end == 'ي';
    }

    /** Some committee or other is nobody's name. */
    private static boolean isIndefinite(String key) {
        return key.endsWith("یک") || key.endsWith("یکی");
    }
}
