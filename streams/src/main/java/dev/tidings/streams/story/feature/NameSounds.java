package dev.tidings.streams.story.feature;

import dev.tidings.text.orthography.PackedSound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of an article that may be names, by their sounds ({@link PackedSound}), each sound once, in the order of
 * the text; the two free bits of each say how it is written ({@link WordCase}). Immutable.
 */
public final class NameSounds {

    /** The names of an article without any. */
    public static final NameSounds NONE = new NameSounds(new long[0], List.of());

    private final long[] sounds;
    private final List<String> surfaces;

    private NameSounds(long[] sounds, List<String> surfaces) {
        this.sounds = sounds;
        this.surfaces = List.copyOf(surfaces);
    }

    /** Returns names of which the first are kept as the text writes them. */
    static NameSounds of(long[] sounds, List<String> surfaces) {
        return new NameSounds(sounds.clone(), surfaces);
    }

    /** Collects names. For one thread. */
    static final class Builder {
        private static final int MAX_SURFACES = 64;

        private final List<String> surfaces = new ArrayList<>();
        private long[] sounds = new long[MAX_SURFACES];
        private int size;

        int size() {
            return size;
        }

        /**
         * Adds a name unless one of its consonants is there.
         *
         * @param text where it stands, from a start to an end
         * @param sound its sound, with its case in the free bits
         */
        void addName(String text, int start, int end, long sound) {
            if (!holdsConsonants(PackedSound.consonants(sound))) {
                if (size == sounds.length) {
                    sounds = Arrays.copyOf(sounds, 2 * size);
                }
                sounds[size++] = sound;
                if (surfaces.size() < MAX_SURFACES) {
                    surfaces.add(text.substring(start, end));
                }
            }
        }

        /** So few are looked through sooner than a set is asked. */
        private boolean holdsConsonants(long consonants) {
            for (int at = 0; at < size; at++) {
                if (PackedSound.consonants(sounds[at]) == consonants) {
                    return true;
                }
            }
            return false;
        }

        NameSounds build() {
            return new NameSounds(Arrays.copyOf(sounds, size), surfaces);
        }
    }

    /** Returns how many names there are. */
    public int size() {
        return sounds.length;
    }

    /** Returns the sound of a name, with its case in the free bits. */
    public long soundAt(int name) {
        return sounds[name];
    }

    /** Returns how the text writes the first names, in their order; the rest is not kept. */
    public List<String> surfaces() {
        return surfaces;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameSounds that && Arrays.equals(sounds, that.sounds) && surfaces.equals(that.surfaces);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sounds);
    }

    @Override
    public String toString() {
        return sounds.length + " names, " + surfaces;
    }
}
