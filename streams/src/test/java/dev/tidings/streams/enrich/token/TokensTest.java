package dev.tidings.streams.enrich.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.text.orthography.MatchKey;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void wordsOfOneKeyHaveOneNumberInTheOrderTheyCome() {
        Tokens tokens = Tokens.of("Harbour wall, the HARBOUR and the wall");
        assertThat(IntStream.range(0, tokens.size()).map(tokens::wordNumber)).containsExactly(0, 1, 2, 3, 0, 4, 3, 1);
        assertThat(tokens.distinctWordCount()).isEqualTo(5);
        assertThat(tokens.wordAt(3).key()).isEqualTo("the");
    }

    @Test
    void keysAreTheMatchKeysOfTheirSurfaceInAnyText() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(400); length >= 0; length--) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(0x60)));
            }
            Tokens tokens = Tokens.of(text.toString());
            for (int token = 0; token < tokens.size(); token++) {
                assertThat(tokens.key(token))
                        .isEqualTo(MatchKey.of(tokens.surface(token, token)))
                        .isEqualTo(tokens.wordAt(tokens.wordNumber(token)).key());
            }
        }
    }

    @Test
    void everyNewWordHasANumberOfItsOwnHoweverManyThereAre() {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 20_000)
                .forEach(word -> text.append('w')
                        .append(Integer.toString(word, 26).replaceAll("\\d", "x$0"))
                        .append(' '));
        Tokens tokens = Tokens.of(text.toString().replaceAll("\\d", "y"));
        assertThat(IntStream.range(0, tokens.size())
                        .mapToObj(tokens::key)
                        .distinct()
                        .count())
                .isEqualTo(tokens.distinctWordCount());
    }

    @Test
    void aStretchEndsItsLastToken() {
        Tokens tokens = Tokens.of("one two three", List.of(new Span(0, 5), new Span(8, 13)));
        assertThat(IntStream.range(0, tokens.size()).mapToObj(tokens::key)).containsExactly("one", "t", "three");
        assertThat(tokens.spanIndex(2)).isEqualTo(1);
    }
}
