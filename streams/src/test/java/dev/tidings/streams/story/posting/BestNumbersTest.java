package dev.tidings.streams.story.posting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BestNumbersTest {

    private final BestNumbers best = new BestNumbers(3);

    @Test
    void keepsTheHeaviestWhateverTheirOrder() {
        best.offer(1, 0.1, 1);
        best.offer(2, 0.9, 2);
        best.offer(3, 0.5, 3);
        best.offer(4, 0.7, 4);
        best.offer(5, 0.05, 5);
        assertThat(best.bestFirst()).containsExactly(2, 4, 3);
    }

    @Test
    void ofEqualWeightsTheLowerRankIsBetter() {
        best.offer(1, 0.5, 40);
        best.offer(2, 0.5, 30);
        best.offer(3, 0.5, 20);
        assertThat(best.mayKeep(0.5)).isTrue();
        best.offer(4, 0.5, 10);
        assertThat(best.bestFirst()).containsExactly(4, 3, 2);
    }

    @Test
    void whatWeighsLessThanAllIsNotKept() {
        assertThat(best.mayKeep(0)).isTrue();
        best.offer(1, 1, 1);
        best.offer(2, 2, 2);
        best.offer(3, 3, 3);
        assertThat(best.mayKeep(0.9)).isFalse();
        best.clear();
        assertThat(best.bestFirst()).isEmpty();
    }
}
