package dev.tidings.streams.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceOrderMergeTest {

    private final SourceOrderMerge<String> sourceOrderMerge = new SourceOrderMerge<>(3);

    @Test
    void waitsForEveryPartitionThatMayStillHaveAnOlderRecord() {
        sourceOrderMerge.offer(0, 10, "a");
        sourceOrderMerge.offer(1, 20, "b");

        assertThat(sourceOrderMerge.release()).isEmpty();
        assertThat(sourceOrderMerge.lacking()).containsExactly(2);

        sourceOrderMerge.offer(2, 15, "c");

        assertThat(sourceOrderMerge.release()).containsExactly("a");
        assertThat(sourceOrderMerge.lacking()).containsExactly(0);
    }

    @Test
    void waitsNoLongerForAPartitionThatHasEnded() {
        sourceOrderMerge.offer(0, 10, "a");
        sourceOrderMerge.offer(1, 20, "b");
        sourceOrderMerge.close(2);

        assertThat(sourceOrderMerge.release()).containsExactly("a");
        sourceOrderMerge.close(0);
        assertThat(sourceOrderMerge.release()).containsExactly("b");
        assertThat(sourceOrderMerge.isDone()).isFalse();
        sourceOrderMerge.close(1);
        assertThat(sourceOrderMerge.isDone()).isTrue();
    }

    @Test
    void endsAtOnceWhenNoPartitionHasARecord() {
        sourceOrderMerge.close(0);
        sourceOrderMerge.close(1);
        assertThat(sourceOrderMerge.isDone()).isFalse();
        sourceOrderMerge.close(2);
        assertThat(sourceOrderMerge.isDone()).isTrue();
        assertThat(sourceOrderMerge.release()).isEmpty();
    }

    @Test
    void isNotDoneWhileARecordOfAnEndedPartitionWaits() {
        sourceOrderMerge.offer(0, 10, "a");
        sourceOrderMerge.close(0);
        sourceOrderMerge.close(1);

        assertThat(sourceOrderMerge.isDone()).isFalse();
        assertThat(sourceOrderMerge.release()).isEmpty();
        sourceOrderMerge.close(2);
        assertThat(sourceOrderMerge.release()).containsExactly("a");
        assertThat(sourceOrderMerge.isDone()).isTrue();
    }

    @Test
    void putsTheLowerPartitionFirstWhenTimesAreEqualAndKeepsEachPartitionsOrder() {
        sourceOrderMerge.offer(2, 10, "c1");
        sourceOrderMerge.offer(1, 10, "b1");
        sourceOrderMerge.offer(1, 10, "b2");
        sourceOrderMerge.offer(0, 10, "a1");
        sourceOrderMerge.close(0);
        sourceOrderMerge.close(1);
        sourceOrderMerge.close(2);

        assertThat(sourceOrderMerge.release()).containsExactly("a1", "b1", "b2", "c1");
    }

    @Test
    void keepsAPartitionsOrderEvenWhereItsTimesFallBack() {
        sourceOrderMerge.offer(0, 30, "a30");
        sourceOrderMerge.offer(0, 10, "a10");
        sourceOrderMerge.offer(1, 20, "b20");
        sourceOrderMerge.close(0);
        sourceOrderMerge.close(1);
        sourceOrderMerge.close(2);

        assertThat(sourceOrderMerge.release()).containsExactly("b20", "a30", "a10");
    }

    @Test
    void refusesARecordAfterTheEndOfItsPartition() {
        sourceOrderMerge.close(1);

        assertThatThrownBy(() -> sourceOrderMerge.offer(1, 1, "late")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesTheSameOrderAtWhateverPaceThePartitionsCome(long seed) {
        assertThat(merged(new Random(seed))).isEqualTo(merged(new Random(-seed)));
    }

    /** Three partitions of the same content, delivered at the pace of chance. */
    private static List<String> merged(Random pace) {
        List<Deque<Integer>> partitions = List.of(
                new ArrayDeque<>(List.of(1, 4, 4, 9, 2, 30)),
                new ArrayDeque<>(List.of(4, 5, 6)),
                new ArrayDeque<>(List.of(3, 3, 40, 41)));
        SourceOrderMerge<String> sourceOrderMerge = new SourceOrderMerge<>(3);
        List<String> released = new ArrayList<>();
        while (!sourceOrderMerge.isDone()) {
            int partition = pace.nextInt(3);
            Integer time = partitions.get(partition).pollFirst();
            if (time == null) {
                sourceOrderMerge.close(partition);
            } else {
                sourceOrderMerge.offer(partition, time, partition + "@" + time);
            }
            released.addAll(sourceOrderMerge.release());
        }
        assertThat(released).hasSize(13);
        return released;
    }
}
