package dev.tidings.streams.enrich.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordFilterTest {

    private final WordFilter filter = new WordFilter(1_000);

    @Test
    void aKeyIsLetThroughAndWhatBeginsLikeItIsNot() {
        filter.addKey("march");

        assertThat(filter.mayHold(word("march"))).isTrue();
        assertThat(filter.mayHold(word("marches"))).isFalse();
        assertThat(filter.mayHold(word("mar"))).isFalse();
    }

    @Test
    void aBeginningIsLetThroughWithAllThatBeginsSo() {
        filter.addBeginning("september");
        filter.addBeginning("mai");

        assertThat(filter.mayHold(word("septembers"))).isTrue();
        assertThat(filter.mayHold(word("mai"))).isTrue();
        assertThat(filter.mayHold(word("maie"))).isTrue();
        assertThat(filter.mayHold(word("se"))).isFalse();
        assertThat(filter.mayHold(word("october"))).isFalse();
    }

    @Test
    void aShortBeginningCountsItsFirstThreeLetters() {
        filter.addShortBeginning("moskva");

        assertThat(filter.mayHold(word("moskovskij"))).isTrue();
        assertThat(filter.mayHold(word("motor"))).isFalse();
    }

    @Test
    void aKeyOfOneOrTwoLettersLetsNothingElseThrough() {
        filter.addBeginning("de");
        filter.addShortBeginning("a");

        assertThat(filter.mayHold(word("de"))).isTrue();
        assertThat(filter.mayHold(word("a"))).isTrue();
        assertThat(filter.mayHold(word("del"))).isFalse();
        assertThat(filter.mayHold(word("at"))).isFalse();
    }

    @Test
    void fewOtherWordsAreLetThrough() {
        IntStream.range(0, 1_000).forEach(number -> filter.addKey(letters(number)));

        long let = IntStream.range(1_000, 11_000)
                .filter(number -> filter.mayHold(word(letters(number))))
                .count();

        assertThat(let).isLessThan(2_500);
    }

    @Test
    void aCacheWithAFilterSaysTheSameAsOneWithout() {
        Set<String> list =
                IntStream.range(0, 1_000).mapToObj(WordFilterTest::letters).collect(Collectors.toSet());
        list.forEach(filter::addKey);
        KeyCache<Boolean> filtered = new KeyCache<>(list::contains, filter, false);

        for (int number = 0; number < 5_000; number++) {
            assertThat(filtered.getOrCompute(word(letters(number)))).isEqualTo(number < 1_000);
        }
    }

    private static String letters(int number) {
        return Integer.toString(7919 * number + 50_000, 26)
                .chars()
                .map(digit -> Character.digit(digit, 26) + 'a')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Word word(String key) {
        return new Word(key.toCharArray(), key.length());
    }
}
