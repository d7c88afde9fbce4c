package dev.tidings.kafka.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the name somebody probably meant: the one with the smallest edit distance (Levenshtein 1966).
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class NearestName {

    private static final int FARTHEST = 4;

    private NearestName() {}

    /** Returns the nearest of the names, or empty when none is near. */
    public static Optional<String> nearestTo(String typed, Collection<String> names) {
        int farthest = Math.min(FARTHEST, typed.length() / 2);
        return names.stream()
                .filter(name -> editDistance(typed, name) <= farthest)
                .min(Comparator.<String>comparingInt(name -> editDistance(typed, name))
                        .thenComparing(name -> name));
    }

    static int editDistance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
