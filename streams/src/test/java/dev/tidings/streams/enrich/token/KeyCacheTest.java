package dev.tidings.streams.enrich.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyCacheTest {

    @Test
    void aWordThatComesAgainInAnotherTextIsNotAskedForAgain() {
        List<String> asked = new ArrayList<>();
        KeyCache<Integer> lengths = new KeyCache<>(key -> {
            asked.add(key);
            return key.length();
        });
        assertThat(lengths.getOrCompute(word("a lighthouse keeper", 1))).isEqualTo(10);
        assertThat(lengths.getOrCompute(word("the LIGHTHOUSE", 1))).isEqualTo(10);
        assertThat(asked).containsExactly("lighthouse");
    }

    @Test
    void asManyMemosAsThereAreEachSayTheirOwn() {
        Word word = word("breakwater", 0);
        List<KeyCache<String>> memos = IntStream.range(0, 100)
                .mapToObj(number -> new KeyCache<>(key -> key + number))
                .toList();
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number < memos.size(); number++) {
                assertThat(memos.get(number).getOrCompute(word)).isEqualTo("breakwater" + number);
            }
        }
    }

    @Test
    void moreWordsThanAreRememberedAreEachAnsweredRight() {
        KeyCache<String> memo = new KeyCache<>(key -> key + '!');
        for (int number = 0; number < 200_000; number++) {
            String key = Integer.toString(number, 36);
            Tokens tokens = Tokens.of(key.replaceAll("[0-9]", "ä"));
            assertThat(memo.getOrCompute(tokens.wordAt(0))).isEqualTo(tokens.key(0) + '!');
        }
    }

    private static Word word(String text, int token) {
        Tokens tokens = Tokens.of(text);
        return tokens.wordAt(tokens.wordNumber(token));
    }
}
