package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowSumTest {
    private static final int BUCKETS = 8;
    private static final int ROWS = BUCKETS * GramTable.BUCKET;

    @Test
    void packedSumsEqualSumsTakenOneByOne() {
        SplittableRandom random = new SplittableRandom(7);
        int[] checks = random.ints(BUCKETS).map(bits -> bits | 0x01010101).toArray();
        long[] rows = random.longs((long) ROWS * Model.LONGS_PER_ROW).toArray();
        GramTable table = new GramTable(checks);
        Excerpt excerpt = new Excerpt(Excerpt.WINDOW);
        excerpt.read("the quick brown fox jumps over the lazy dog and runs away from all the hounds ".repeat(30));
        Grams grams = new Grams();
        grams.collect(excerpt, Scripts.number("Latn"));

        int[] sums = new int[Model.DIMENSIONS];
        int[] chosen = new int[grams.size()];
        int known = table.rows(grams, 0, BUCKETS, chosen);
        RowSum.add(chosen, known, rows, sums);

        int[] expected = new int[Model.DIMENSIONS];
        assertThat(known).isEqualTo(oneByOne(grams, table, rows, expected)).isGreaterThan(50);
        assertThat(sums).containsExactly(expected);
    }

    private static int oneByOne(Grams grams, GramTable table, long[] rows, int[] sums) {
        int known = 0;
        for (int i = 0; i < grams.size(); i++) {
            int row = table.row(grams.hash(i), 0, BUCKETS);
            if (row != GramTable.UNKNOWN) {
                known++;
                for (int d = 0; d < Model.DIMENSIONS; d++) {
                    long packed = rows[row * Model.LONGS_PER_ROW + d / 8];
                    sums[d] += (int) ((packed >>> (8 * (d % 8))) & 0xFF) - 128;
                }
            }
        }
        return known;
    }
}
