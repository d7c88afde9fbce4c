package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowSumTest {
    private static final int BUCKETS = 8;
    private static final int ROWS = BUCKETS * NgramTable.BUCKET;

    @Test
    void packedSumsEqualSumsTakenOneByOne() {
        SplittableRandom random = new SplittableRandom(7);
        int[] checks = random.ints(BUCKETS).map(bits -> bits | 0x01010101).toArray();
        long[] rows = random.longs((long) ROWS * LanguageModel.LONGS_PER_ROW).toArray();
        NgramTable table = new NgramTable(checks);
        TextExcerpt textExcerpt = new TextExcerpt(TextExcerpt.WINDOW);
        textExcerpt.readText(
                "the quick brown fox jumps over the lazy dog and runs away from all the hounds ".repeat(30));
        NgramFeatures ngramFeatures = new NgramFeatures();
        ngramFeatures.collectFeatures(textExcerpt, Scripts.scriptNumber("Latn"));

        int[] sums = new int[LanguageModel.DIMENSIONS];
        int[] chosen = new int[ngramFeatures.size()];
        int known = table.findRows(ngramFeatures, 0, BUCKETS, chosen);
        RowSum.sumRows(chosen, known, rows, sums);

        int[] expected = new int[LanguageModel.DIMENSIONS];
        assertThat(known)
                .isEqualTo(oneByOne(ngramFeatures, table, rows, expected))
                .isGreaterThan(50);
        assertThat(sums).containsExactly(expected);
    }

    private static int oneByOne(NgramFeatures ngramFeatures, NgramTable table, long[] rows, int[] sums) {
        int known = 0;
        for (int i = 0; i < ngramFeatures.size(); i++) {
            int row = table.findRow(ngramFeatures.hash(i), 0, BUCKETS);
            if (row != NgramTable.UNKNOWN) {
                known++;
                for (int d = 0; d < LanguageModel.DIMENSIONS; d++) {
                    long packed = rows[row * LanguageModel.LONGS_PER_ROW + d / 8];
                    sums[d] += (int) ((packed >>> (8 * (d % 8))) & 0xFF) - 128;
                }
            }
        }
        return known;
    }
}
