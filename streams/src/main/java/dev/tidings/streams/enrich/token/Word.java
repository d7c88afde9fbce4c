package dev.tidings.streams.enrich.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A match key: one object for many of the articles that contain it, so that what a {@link KeyCache} has once computed
 * for it stays with it. Safe for use by many threads; what it caches never changes what it is.
 */
public final class Word {

    /** How many units the shorter of the two beginnings has that a {@link WordFilter} looks at. */
    public static final int SHORT_BEGINNING = 3;

    private static final int LONG_BEGINNING = 4;
    private static final int BASE = 0x01000193;
    private static final int SPREAD = 0x9e3779b1;
    private static final @Nullable Object[] NOTHING = {};

    /** Hashes of the whole key, and of its beginnings or of the whole key where it is shorter. */
    final int hash;

    final int longBeginning;
    final int shortBeginning;

    private final String key;
    /** The units of the key: comparing them touches less memory than the string does. */
    private final char[] units;

    /** Each cache that was asked, and behind it its answer. Replaced, never written to, once a word is shared. */
    @Nullable
    Object[] said = NOTHING;

    Word(char[] units, int length) {
        this.units = Arrays.copyOf(units, length);
        this.key = new String(this.units);
        this.hash = hash(key);
        this.longBeginning = longBeginning(key);
        this.shortBeginning = shortBeginning(key);
    }

    static int hash(String key) {
        return mixed(key, key.length(), 0);
    }

    static int longBeginning(String key) {
        return mixed(key, LONG_BEGINNING, LONG_BEGINNING);
    }

    static int shortBeginning(String key) {
        return mixed(key, SHORT_BEGINNING, SHORT_BEGINNING);
    }

    private static int mixed(String key, int most, int kind) {
        int hash = kind;
        int length = Math.min(most, key.length());
        for (int at = 0; at < length; at++) {
            hash = (hash ^ key.charAt(at)) * BASE;
        }
        int mixed = (hash ^ length) * SPREAD;
        return mixed ^ mixed >>> 15;
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
