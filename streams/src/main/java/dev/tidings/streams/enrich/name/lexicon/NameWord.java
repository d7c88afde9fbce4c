package dev.tidings.streams.enrich.name.lexicon;

import java.util.Set;

/**
 * What a word tells of a name beside it.
 *
 * @param kinds its kinds as it stands, one bit each
 * @param inflected its kinds as it stands or without a Kurdish ending, one bit each
 */
public record NameWord(int kinds, int inflected) {

    static final NameWord NONE = new NameWord(0, 0);

    static NameWord of(Set<WordKind> kinds, Set<WordKind> inflected) {
        return new NameWord(bits(kinds), bits(inflected));
    }

    public boolean is(WordKind kind) {
        return (kinds & kind.bit()) != 0;
    }

    public boolean isInflected(WordKind kind) {
        return (inflected & kind.bit()) != 0;
    }

    private static int bits(Set<WordKind> kinds) {
        int bits = 0;
        for (WordKind kind : kinds) {
            bits |= kind.bit();
        }
        return bits;
    }
}
