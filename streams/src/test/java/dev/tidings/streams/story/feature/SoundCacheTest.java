package dev.tidings.streams.story.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoundCacheTest {

    @Test
    void aWordHasItsOwnSoundAfterMoreWordsThanAreRemembered() {
        SoundCache sounds = new SoundCache(Long::parseLong);
        for (int round = 0; round < 2; round++) {
            for (int word = 0; word < 200_000; word++) {
                String text = "a" + word + "b";
                assertThat(sounds.getOrCompute(text, 1, text.length() - 1)).isEqualTo(word);
            }
        }
    }

    @Test
    void aWordIsAskedForOnceWhileItIsRemembered() {
        List<String> asked = new ArrayList<>();
        SoundCache sounds = new SoundCache(word -> {
            asked.add(word);
            return word.length();
        });
        String text = "Trump Трамп Trump";
        assertThat(sounds.getOrCompute(text, 0, 5)).isEqualTo(5);
        assertThat(sounds.getOrCompute(text, 6, 11)).isEqualTo(5);
        assertThat(sounds.getOrCompute(text, 12, 17)).isEqualTo(5);
        assertThat(asked).containsExactly("Trump", "Трамп");
    }
}
