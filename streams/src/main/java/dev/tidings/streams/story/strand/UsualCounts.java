package dev.tidings.streams.story.strand;

import dev.tidings.streams.story.feature.TermHash;
import dev.tidings.streams.story.posting.TermCounts;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In how many of the assumed articles the common words of each language stand, by its pack: without it the first
 * hundred articles of a language would be alike by its function words. Read once.
 */
final class UsualCounts {

    private static final int HUNDRED = 100;
    private static final Map<Integer, Integer> BY_SLOT = readPacks();

    private UsualCounts() {}

    /** Counts the words as if the assumed articles had been there. */
    static void addTo(TermCounts counts) {
        BY_SLOT.forEach(counts::addTo);
    }

    private static Map<Integer, Integer> readPacks() {
        Map<Integer, Integer> bySlot = new HashMap<>();
        for (LanguagePack pack : LanguagePack.all()) {
            for (List<String> row : pack.rows(PackFile.FREQUENCIES)) {
                int count = Integer.parseInt(row.get(0)) * StrandParameters.ASSUMED_ARTICLES / HUNDRED;
                LanguagePack.alternatives(row.get(1))
                        .forEach(word -> bySlot.merge(
                                TermCounts.slotOf(TermHash.hashTerm(pack.tag(), word)), count, Integer::sum));
            }
        }
        return Map.copyOf(bySlot);
    }
}
