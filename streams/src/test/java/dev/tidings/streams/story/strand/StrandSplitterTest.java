package dev.tidings.streams.story.strand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrandSplitterTest {

    @Test
    void twoEventsThatShareLittleArePartedAndTheEldestStays() {
        List<TermVector> vectors = new ArrayList<>();
        for (int article = 0; article < 8; article++) {
            vectors.add(article % 2 == 0 ? vector(1, 2, 3) : vector(3, 11, 12));
        }
        assertThat(StrandSplitter.findLeavers(vectors).orElseThrow().stream()).containsExactly(1, 3, 5, 7);
    }

    @Test
    void oneEventStaysTogether() {
        List<TermVector> vectors = new ArrayList<>();
        for (int article = 0; article < 8; article++) {
            vectors.add(vector(1, 2, 3, 20 + article));
        }
        assertThat(StrandSplitter.findLeavers(vectors)).isEmpty();
    }

    @Test
    void aStrandIsLookedAtLessOftenTheLargerItIs() {
        assertThat(java.util.stream.IntStream.rangeClosed(1, 100).filter(StrandSplitter::isDue))
                .containsExactly(8, 11, 15, 21, 29, 40, 56, 78);
    }

    /** Terms of equal weight, in ascending order, of which every other one is a name. */
    private static TermVector vector(int... hashes) {
        byte[] weights = new byte[hashes.length];
        java.util.Arrays.fill(weights, (byte) (StrandParameters.VECTOR_LENGTH / Math.sqrt(hashes.length)));
        return TermVector.of(hashes, weights, 0x5555);
    }
}
