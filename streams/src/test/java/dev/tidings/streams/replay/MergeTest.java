package dev.tidings.streams.replay;

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

class MergeTest {

    private final Merge<String> merge = new Merge<>(3);

    @Test
    void waitsForEveryPartitionThatMayStillHaveAnOlderRecord() {
        merge.offer(0, 10, "a");
        merge.offer(1, 20, "b");

        assertThat(merge.release()).isEmpty();
        assertThat(merge.lacking()).containsExactly(2);

        merge.offer(2, 15, "c");

        assertThat(merge.release()).containsExactly("a");
        assertThat(merge.lacking()).containsExactly(0);
    }

    @Test
    void waitsNoLongerForAPartitionThatHasEnded() {
        merge.offer(0, 10, "a");
        merge.offer(1, 20, "b");
        merge.close(2);

        assertThat(merge.release()).containsExactly("a");
        merge.close(0);
        assertThat(merge.release()).containsExactly("b");
        assertThat(merge.isDone()).isFalse();
        merge.close(1);
        assertThat(merge.isDone()).isTrue();
    }

    @Test
    void endsAtOnceWhenNoPartitionHasARecord() {
        merge.close(0);
        merge.close(1);
        assertThat(merge.isDone()).isFalse();
        merge.close(2);
        assertThat(merge.isDone()).isTrue();
        assertThat(merge.release()).isEmpty();
    }

    @Test
    void isNotDoneWhileARecordOfAnEndedPartitionWaits() {
        merge.offer(0, 10, "a");
        merge.close(0);
        merge.close(1);

        assertThat(merge.isDone()).isFalse();
        assertThat(merge.release()).isEmpty();
        merge.close(2);
        assertThat(merge.release()).containsExactly("a");
        assertThat(merge.isDone()).isTrue();
    }

    @Test
    void putsTheLowerPartitionFirstWhenTimesAreEqualAndKeepsEachPartitionsOrder() {
        merge.offer(2, 10, "c1");
        merge.offer(1, 10, "b1");
        merge.offer(1, 10, "b2");
        merge.offer(0, 10, "a1");
        merge.close(0);
        merge.close(1);
        merge.close(2);

        assertThat(merge.release()).containsExactly("a1", "b1", "b2", "c1");
    }

    @Test
    void keepsAPartitionsOrderEvenWhereItsTimesFallBack() {
        merge.offer(0, 30, "a30");
        merge.offer(0, 10, "a10");
        merge.offer(1, 20, "b20");
        merge.close(0);
        merge.close(1);
        merge.close(2);

        assertThat(merge.release()).containsExactly("b20", "a30", "a10");
    }

    @Test
    void refusesARecordAfterTheEndOfItsPartition() {
        merge.close(1);

        assertThatThrownBy(() -> merge.offer(1, 1, "late")).isInstanceOf(IllegalStateException.class);
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
        Merge<String> merge = new Merge<>(3);
        List<String> released = new ArrayList<>();
        while (!merge.isDone()) {
            int partition = pace.nextInt(3);
            Integer time = partitions.get(partition).pollFirst();
            if (time == null) {
                merge.close(partition);
            } else {
                merge.offer(partition, time, partition + "@" + time);
            }
            released.addAll(merge.release());
        }
        assertThat(released).hasSize(13);
        return released;
    }
}
