package dev.tidings.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HashCountsTest {
    /** More than the table begins with room for. */
    private static final int HASHES = 700_000;

    @Test
    void countsSurviveGrowthAndRareHashesAreLeftOut() {
        HashCounts counts = new HashCounts(1);
        for (long hash = 1; hash <= HASHES; hash++) {
            counts.increment(hash, 0);
            if (hash % 2 == 0) {
                counts.increment(hash, 0);
            }
        }

        HashCounts frequent = counts.withAtLeast(2, 3);
        assertThat(frequent.incrementKnown(2, 1)).isTrue();
        assertThat(frequent.incrementKnown(HASHES, 2)).isTrue();
        assertThat(frequent.incrementKnown(HASHES, 2)).isTrue();
        assertThat(frequent.incrementKnown(3, 0)).isFalse();

        Map<Long, int[]> rows = new HashMap<>();
        frequent.forEach(rows::put);
        assertThat(rows).hasSize(HASHES / 2);
        assertThat(rows.get(2L)).containsExactly(0, 1, 0);
        assertThat(rows.get((long) HASHES)).containsExactly(0, 0, 2);
        assertThat(rows.get(4L)).containsExactly(0, 0, 0);
    }
}
