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
        sourceOrderMerge.offerNext(0, 10, "a");
        sourceOrderMerge.offerNext(1, 20, "b");

        assertThat(sourceOrderMerge.releaseReady()).isEmpty();
        assertThat(sourceOrderMerge.lackingPartitions()).containsExactly(2);

        sourceOrderMerge.offerNext(2, 15, "c");

        assertThat(sourceOrderMerge.releaseReady()).containsExactly("a");
        assertThat(sourceOrderMerge.lackingPartitions()).containsExactly(0);
    }

    @Test
    void waitsNoLongerForAPartitionThatHasEnded() {
        sourceOrderMerge.offerNext(0, 10, "a");
        sourceOrderMerge.offerNext(1, 20, "b");
        sourceOrderMerge.closePartition(2);

        assertThat(sourceOrderMerge.releaseReady()).containsExactly("a");
        sourceOrderMerge.closePartition(0);
        assertThat(sourceOrderMerge.releaseReady()).containsExactly("b");
        assertThat(sourceOrderMerge.isDone()).isFalse();
        sourceOrderMerge.closePartition(1);
        assertThat(sourceOrderMerge.isDone()).isTrue();
    }

    @Test
    void endsAtOnceWhenNoPartitionHasARecord() {
        sourceOrderMerge.closePartition(0);
        sourceOrderMerge.closePartition(1);
        assertThat(sourceOrderMerge.isDone()).isFalse();
        sourceOrderMerge.closePartition(2);
        assertThat(sourceOrderMerge.isDone()).isTrue();
        assertThat(sourceOrderMerge.releaseReady()).isEmpty();
    }

    @Test
    void isNotDoneWhileARecordOfAnEndedPartitionWaits() {
        sourceOrderMerge.offerNext(0, 10, "a");
        sourceOrderMerge.closePartition(0);
        sourceOrderMerge.closePartition(1);

        assertThat(sourceOrderMerge.isDone()).isFalse();
        assertThat(sourceOrderMerge.releaseReady()).isEmpty();
        sourceOrderMerge.closePartition(2);
        assertThat(sourceOrderMerge.releaseReady()).containsExactly("a");
        assertThat(sourceOrderMerge.isDone()).isTrue();
    }

    @Test
    void putsTheLowerPartitionFirstWhenTimesAreEqualAndKeepsEachPartitionsOrder() {
        sourceOrderMerge.offerNext(2, 10, "c1");
        sourceOrderMerge.offerNext(1, 10, "b1");
        sourceOrderMerge.offerNext(1, 10, "b2");
        sourceOrderMerge.offerNext(0, 10, "a1");
        sourceOrderMerge.closePartition(0);
        sourceOrderMerge.closePartition(1);
        sourceOrderMerge.closePartition(2);

        assertThat(sourceOrderMerge.releaseReady()).containsExactly("a1", "b1", "b2", "c1");
    }

    @Test
    void keepsAPartitionsOrderEvenWhereItsTimesFallBack() {
        sourceOrderMerge.offerNext(0, 30, "a30");
        sourceOrderMerge.offerNext(0, 10, "a10");
        sourceOrderMerge.offerNext(1, 20, "b20");
        sourceOrderMerge.closePartition(0);
        sourceOrderMerge.closePartition(1);
        sourceOrderMerge.closePartition(2);

        assertThat(sourceOrderMerge.releaseReady()).containsExactly("b20", "a30", "a10");
    }

    @Test
    void refusesARecordAfterTheEndOfItsPartition() {
        sourceOrderMerge.closePartition(1);

        assertThatThrownBy(() -> sourceOrderMerge.offerNext(1, 1, "late")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesTheSameOrderInWhateverTurnThePartitionsCome(long seed) {
        assertThat(merged(new Random(seed))).isEqualTo(merged(new Random(-seed)));
    }

    /** Merges three partitions of always the same content, whose records come in random turn. */
    private static List<String> merged(Random random) {
        List<Deque<Integer>> partitions = List.of(
                new ArrayDeque<>(List.of(1, 4, 4, 9, 2, 30)),
                new ArrayDeque<>(List.of(4, 5, 6)),
                new ArrayDeque<>(List.of(3, 3, 40, 41)));
        SourceOrderMerge<String> sourceOrderMerge = new SourceOrderMerge<>(3);
        List<String> released = new ArrayList<>();
        while (!sourceOrderMerge.isDone()) {
            int partition = random.nextInt(3);
            Integer time = partitions.get(partition).pollFirst();
            if (time == null) {
                sourceOrderMerge.closePartition(partition);
            } else {
                sourceOrderMerge.offerNext(partition, time, partition + "@" + time);
            }
            released.addAll(sourceOrderMerge.releaseReady());
        }
        assertThat(released).hasSize(13);
        return released;
    }
}
