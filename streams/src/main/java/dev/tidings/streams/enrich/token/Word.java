package dev.tidings.streams.enrich.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A match key: one object for many of the articles that contain it, so that what a {@link KeyCache} has once computed
 * for it stays with it. Safe for use by many threads; what it caches never changes what it is.
 */
public final class Word {

    private static final @Nullable Object[] NOTHING = {};

    private final String key;
    /** The units of the key: comparing them touches less memory than the string does. */
    private final char[] units;

    /** Each cache that was asked, and behind it its answer. Replaced, never written to, once a word is shared. */
    @Nullable
    Object[] said = NOTHING;

    Word(char[] units, int length) {
        this.units = Arrays.copyOf(units, length);
        this.key = new String(this.units);
    }

    /** Returns whether its key stands in the first units of an array. */
    boolean hasKey(char[] others, int length) {
        return Arrays.equals(units, 0, units.length, others, 0, length);
    }

    /** Returns the match key; empty when nothing of the token counts. */
    public String key() {
        return key;
    }
}
