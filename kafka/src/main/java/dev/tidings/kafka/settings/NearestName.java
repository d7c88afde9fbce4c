package dev.tidings.kafka.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the name somebody probably meant: one that begins with what was typed or with which that begins, else the one
 * with the smallest edit distance, where two letters that change places are one edit (optimal string alignment).
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class NearestName {

    private static final int MAX_EDITS = 4;
    private static final int LETTERS_FOR_AN_EDIT = 3;
    private static final int MIN_PREFIX = 3;

    private NearestName() {}

    /** Returns the nearest of the names, or empty when none is near. */
    public static Optional<String> nearestTo(String typed, Collection<String> names) {
        int most = Math.min(MAX_EDITS, typed.length() / LETTERS_FOR_AN_EDIT);
        return names.stream()
                .filter(name -> edits(typed, name) <= most)
                .min(Comparator.<String>comparingInt(name -> edits(typed, name)).thenComparing(name -> name));
    }

    /** Counts edits; a beginning is as near as a single one. */
    private static int edits(String typed, String name) {
        String shorter = typed.length() < name.length() ? typed : name;
        boolean begins = typed.startsWith(shorter) && name.startsWith(shorter);
        int letters = (int) shorter.chars().filter(Character::isLetter).count();
        return begins && letters >= MIN_PREFIX ? Math.min(1, editDistance(typed, name)) : editDistance(typed, name);
    }

    static int editDistance(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                table[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(table, a, b, i, j);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int cheapest(int[][] table, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int cheapest = Math.min(table[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cheapest, table[i - 2][j - 2] + 1) : cheapest;
    }
}
