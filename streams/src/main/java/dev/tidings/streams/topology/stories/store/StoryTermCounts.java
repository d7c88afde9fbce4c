package dev.tidings.streams.topology.stories.store;

import dev.tidings.streams.story.feature.StoryTerm;
import java.util.Arrays;

/**
 * How many articles have a term, by 64-bit hash, in 12 bytes an entry: grouping asks this thousands of times for each
 * article. Open addressing; an entry whose count has fallen to 0 stays until the table grows. For one thread.
 */
final class StoryTermCounts {

    private static final int FIRST_SIZE = 1 << 12;

    private long[] hashes = new long[FIRST_SIZE];
    private int[] counts = new int[FIRST_SIZE];
    private int used;

    int countOf(StoryTerm storyTerm) {
        return counts[slotOf(StoryKeys.hashOf(storyTerm))];
    }

    void add(StoryTerm storyTerm) {
        long hash = StoryKeys.hashOf(storyTerm);
        int slot = slotOf(hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            used++;
        }
        counts[slot]++;
        if (used > hashes.length / 3 * 2) {
            growTable();
        }
    }

    void remove(StoryTerm storyTerm) {
        int slot = slotOf(StoryKeys.hashOf(storyTerm));
        if (counts[slot] > 0) {
            counts[slot]--;
        }
    }

    /** A hash is never 0, which marks a free slot. */
    private int slotOf(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void growTable() {
        long[] oldHashes = hashes;
        int[] oldCounts = counts;
        long live = Arrays.stream(oldCounts).filter(count -> count > 0).count();
        int size = live * 3 > oldHashes.length ? oldHashes.length * 2 : oldHashes.length;
        hashes = new long[size];
        counts = new int[size];
        used = 0;
        for (int old = 0; old < oldHashes.length; old++) {
            if (oldCounts[old] > 0) {
                int slot = slotOf(oldHashes[old]);
                hashes[slot] = oldHashes[old];
                counts[slot] = oldCounts[old];
                used++;
            }
        }
    }
}
