package dev.tidings.text.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmenterTest {

    private final Segmenter segmenter = new Segmenter();

    @ParameterizedTest
    @CsvSource({
        "000_7862ad32163287db.txt, 274",
        "001_0ad0bd1f11616762.txt, 448",
        "002_5f853b347646af86.txt, 451",
        "003_6c18de837fb1579b.txt, 598"
    })
    void countsTheWordsOfTheRealArticles(String seed, int words) throws IOException {
        assertThat(segmenter.countWords(Files.readString(Path.of("../seeds", seed))))
                .isEqualTo(words);
    }

    @Test
    void aFigureWithAPointIsOneWordAndPunctuationIsNone() {
        assertThat(segmenter.countWords("Paid 3.5 million – really?")).isEqualTo(4);
    }

    @Test
    void scriptsWithoutSpacesAreCutByDictionary() {
        assertThat(segmenter.countWords("今天天气很好")).isBetween(2, 5);
    }

    @Test
    void countsSentencesInEveryScript() {
        assertThat(segmenter.countSentences("One. Two? Three!")).isEqualTo(3);
        assertThat(segmenter.countSentences("یەک. دوو؟ سێ!")).isEqualTo(3);
    }

    @Test
    void marksAndSignsInsideAWordAreOfIt() {
        assertThat(segmenter.countWords("ọ̀rẹ́ don't l'homme U.S. 1,200.5 3.a a,b"))
                .isEqualTo(9);
        assertThat(segmenter.countWords("ሰላም ለዓለም፡ሁሉ።")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\n", "…", "\u0000\u0000"})
    void whatHasNoWordsCountsNone(String text) {
        assertThat(segmenter.countWords(text)).isZero();
    }

    @Test
    void anyStringHasACount() {
        assertThat(segmenter.countWords("\ud83d \udc00 a")).isEqualTo(1);
        assertThat(segmenter.countWords("x".repeat(10_000_000))).isPositive();
        assertThat(segmenter.countSentences("\ud83d".repeat(100_000))).isPositive();
    }

    @Test
    void theShortCutsCountAsTheRulesDo() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String text = text(random);
            String units = text.chars().mapToObj(Integer::toHexString).toList().toString();
            assertThat(segmenter.countWords(text)).as(units).isEqualTo(segmenter.wordsByRules(text));
            assertThat(segmenter.countSentences(text)).as(units).isEqualTo(segmenter.sentencesByRules(text));
        }
    }

    private static String text(Random random) {
        String units =
                " \n.,'’\"-_:;/?!)abAB1٣هەی،؟\u200c\u200d\u0301中あアก한\ud83d\ude00ק\u00ad\u2028\r\u3000·\u0903\u0300ሀ፡።\u135d";
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(16); length >= 0; length--) {
            boolean any = random.nextInt(8) == 0;
            text.append(any ? (char) random.nextInt(0x10000) : units.charAt(random.nextInt(units.length())));
        }
        return text.toString();
    }

    @Test
    void manyThreadsCountAlike() throws IOException {
        String text = Files.readString(Path.of("../seeds/001_0ad0bd1f11616762.txt"));
        assertThat(IntStream.range(0, 64).parallel().map(turn -> segmenter.countWords(text)))
                .containsOnly(448);
    }
}
