package dev.tidings.streams.story.link;

import dev.tidings.text.orthography.PackedSound;
import java.util.Arrays;

/** What two ascending lists share. */
final class SharedTerms {

    private static final int[] NOTHING = {};

    private SharedTerms() {}

    static int[] intersect(int[] one, int[] other) {
        if (one.length == 0 || other.length == 0) {
            return NOTHING;
        }
        int[] shared = new int[Math.min(one.length, other.length)];
        int count = 0;
        int at = 0;
        for (int term : one) {
            while (at < other.length && other[at] < term) {
                at++;
            }
            if (at < other.length && other[at] == term) {
                shared[count++] = term;
            }
        }
        return count == 0 ? NOTHING : Arrays.copyOf(shared, count);
    }

    static int[] stemsOf(long[] names) {
        int[] stems = new int[names.length];
        for (int name = 0; name < names.length; name++) {
            stems[name] = PackedSound.stem(names[name]);
        }
        return stems;
    }
}
