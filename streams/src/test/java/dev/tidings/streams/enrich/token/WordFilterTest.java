package dev.tidings.streams.enrich.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void aWordIsFoundByABeginningThatIsAKey() {
        filter.addKey("september");
        filter.addKey("mai");

        assertThat(filter.mayHoldBeginning(word("septembers"), 9)).isTrue();
        assertThat(filter.mayHoldBeginning(word("mai"), 3)).isTrue();
        assertThat(filter.mayHoldBeginning(word("maie"), 4)).isFalse();
        assertThat(filter.mayHold(word("septembers"))).isFalse();
    }

    @Test
    void ofABeginningThatIsAddedTheFirstThreeLettersCount() {
        filter.addBeginning("moskva");
        filter.addBeginning("de");

        assertThat(filter.mayHoldBeginning(word("moskovskij"), WordFilter.BEGINNING))
                .isTrue();
        assertThat(filter.mayHoldBeginning(word("motor"), WordFilter.BEGINNING)).isFalse();
        assertThat(filter.mayHold(word("moskva"))).isFalse();
        assertThat(filter.mayHold(word("de"))).isTrue();
    }

    @Test
    void anEndingIsTakenOffWhereEnoughOfTheWordIsLeft() {
        WordEndings endings = new WordEndings(List.of("a", "dan", "ê"), 3);
        filter.addKey("mars");
        filter.addKey("ok");

        assertThat(endings.mayLeave(word("marsa"), filter)).isTrue();
        assertThat(endings.mayLeave(word("marsdan"), filter)).isTrue();
        assertThat(endings.mayLeave(word("mars"), filter)).isFalse();
        assertThat(endings.mayLeave(word("marso"), filter)).isFalse();
        assertThat(endings.mayLeave(word("okdan"), filter)).isFalse();
        assertThat(endings.mayLeave(word(""), filter)).isFalse();
    }

    @Test
    void fewOtherWordsAreLetThrough() {
        IntStream.range(0, 1_000).forEach(number -> filter.addKey(letters(number)));

        long let = IntStream.range(1_000, 11_000)
                .filter(number -> filter.mayHold(word(letters(number))))
                .count();

        assertThat(let).isLessThan(1_200);
    }

    @Test
    void aCacheWithAFilterSaysTheSameAsOneWithout() {
        Set<String> list =
                IntStream.range(0, 1_000).mapToObj(WordFilterTest::letters).collect(Collectors.toSet());
        list.forEach(filter::addKey);
        KeyCache<Boolean> filtered = new KeyCache<>(list::contains, filter::mayHold, false);

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
        return Word.of(key);
    }
}
