package dev.tidings.streams.story.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedSlotsTest {

    @Test
    void placesComeBackInOrderRepeatedOnesToo() {
        assertThat(PackedSlots.of(new int[] {(1 << 22) - 1, 0, 127, 128, 127, 16_384})
                        .slots())
                .containsExactly(0, 127, 127, 128, 16_384, (1 << 22) - 1);
        assertThat(PackedSlots.of(new int[0]).slots()).isEmpty();
    }

    @Test
    void anySetOfPlacesIsWhatWasPacked() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            int[] slots = random.ints(random.nextInt(120), 0, 1 << 22).toArray();
            PackedSlots packed = PackedSlots.of(slots.clone());
            Arrays.sort(slots);
            assertThat(packed.slots()).isEqualTo(slots);
            assertThat(packed.size()).isEqualTo(slots.length);
        }
    }
}
