package dev.tidings.streams.story.feature;

import dev.tidings.text.orthography.PackedSound;
import dev.tidings.text.orthography.PhoneticKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

        private final Set<String> consonants = new HashSet<>();
        private final List<Long> sounds = new ArrayList<>();
        private final List<String> surfaces = new ArrayList<>();

        int size() {
            return sounds.size();
        }

        /** Adds a name unless one of its consonants is there. */
        void addName(String surface, PhoneticKey sound, WordCase wordCase) {
            if (consonants.add(sound.consonants())) {
                sounds.add(PackedSound.pack(sound, wordCase.tableIndex()));
                if (surfaces.size() < MAX_SURFACES) {
                    surfaces.add(surface);
                }
            }
        }

        NameSounds build() {
            return new NameSounds(sounds.stream().mapToLong(sound -> sound).toArray(), surfaces);
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
