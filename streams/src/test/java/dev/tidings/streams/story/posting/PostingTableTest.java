package dev.tidings.streams.story.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PostingTableTest {

    private static final int KEYS = 9_000;

    private final PostingTable table = new PostingTable();
    private final Map<Integer, Set<Integer>> expected = new HashMap<>();

    @Test
    void holdsWhatWasAddedAndNotRemovedWhileItGrows() {
        SplittableRandom random = new SplittableRandom(4);
        for (int step = 0; step < 100_000; step++) {
            // Key 0 and negative ones too; few keys have many numbers.
            int key = (random.nextInt(4) == 0 ? random.nextInt(9) : random.nextInt(KEYS)) * 0x9e3779b1;
            change(key, random.nextInt(40));
        }
        for (Map.Entry<Integer, Set<Integer>> entry : expected.entrySet()) {
            Set<Integer> found = new TreeSet<>();
            table.forEachUnder(entry.getKey(), found::add);
            assertThat(found).as("under %d", entry.getKey()).isEqualTo(entry.getValue());
            assertThat(table.countUnder(entry.getKey())).isEqualTo(found.size());
        }
        assertThat(table.countUnder(1)).isZero();
    }

    private void change(int key, int number) {
        Set<Integer> numbers = expected.computeIfAbsent(key, any -> new TreeSet<>());
        if (numbers.add(number)) {
            table.add(key, number);
        } else {
            numbers.remove(number);
            table.remove(key, number);
        }
    }
}
