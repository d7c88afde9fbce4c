package dev.tidings.streams.enrich.name.lexicon;

import java.util.Set;

/**
 * What a word tells of a name beside it.
 *
 * @param kinds its kinds as it stands, one bit each
 * @param inflected its kinds as it stands or without a Kurdish suffix, one bit each
 */
public record NameWord(int kinds, int inflected) {

    static final NameWord NONE = new NameWord(0, 0);

    static NameWord of(Set<WordKind> kinds, Set<WordKind> inflected) {
        return new NameWord(toBitMask(kinds), toBitMask(inflected));
    }

    public boolean hasKind(WordKind kind) {
        return (kinds & kind.bitMask()) != 0;
    }

    public boolean isInflected(WordKind kind) {
        return (inflected & kind.bitMask()) != 0;
    }

    private static int toBitMask(Set<WordKind> kinds) {
        int bits = 0;
        for (WordKind kind : kinds) {
            bits |= kind.bitMask();
        }
        return bits;
    }
}
