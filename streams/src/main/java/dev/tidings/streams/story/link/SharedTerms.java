package dev.tidings.streams.story.link;

import java.util.Arrays;

/** What two ascending lists share, each a stretch of an array. */
final class SharedTerms {

    private static final int[] NOTHING = {};

    private SharedTerms() {}

    static int[] intersect(int[] one, int from, int to, int[] other, int otherFrom, int otherTo) {
        if (from == to || otherFrom == otherTo) {
            return NOTHING;
        }
        int[] shared = new int[Math.min(to - from, otherTo - otherFrom)];
        int count = 0;
        int theirs = otherFrom;
        for (int mine = from; mine < to; mine++) {
            while (theirs < otherTo && other[theirs] < one[mine]) {
                theirs++;
            }
            if (theirs < otherTo && other[theirs] == one[mine]) {
                shared[count++] = one[mine];
            }
        }
        return count == 0 ? NOTHING : Arrays.copyOf(shared, count);
    }
}
