package dev.tidings.streams.enrich.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordCacheTest {

    @Test
    void aWordIsAskedForOnce() {
        List<String> asked = new ArrayList<>();
        WordCache<Integer> lengths = new WordCache<>(word -> {
            asked.add(word);
            return word.length();
        });
        assertThat(lengths.getOrCompute("harbour")).isEqualTo(7);
        assertThat(lengths.getOrCompute(new String("harbour"))).isEqualTo(7);
        assertThat(asked).containsExactly("harbour");
    }

    @Test
    void wordsThatShareAPlaceAreNotTakenForOneAnother() {
        WordCache<String> memo = new WordCache<>(word -> word + '!');
        IntStream.range(0, 100_000)
                .mapToObj(Integer::toString)
                .forEach(word -> assertThat(memo.getOrCompute(word)).isEqualTo(word + '!'));
        assertThat(memo.getOrCompute("Aa")).isEqualTo("Aa!");
        assertThat(memo.getOrCompute("BB")).isEqualTo("BB!");
    }
}
