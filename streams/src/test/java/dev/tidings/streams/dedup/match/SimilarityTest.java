package dev.tidings.streams.dedup.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidings.streams.dedup.sketch.ShingleSketch;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityTest {

    @Test
    void whatTwoTextsShareDoesNotHangOnTheirOrder() {
        List<ShingleSketch> sketches = DeduplicatorTest.mixed().stream()
                .flatMap(incomingArticle -> incomingArticle.sketch().shingles().stream())
                .limit(60)
                .toList();

        for (ShingleSketch first : sketches) {
            for (ShingleSketch second : sketches) {
                assertThat(Similarity.of(first, second)).isEqualTo(Similarity.of(second, first));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 9, 30, 51, 52, 60, 100, 500, 5_000})
    void aTextSharesAllWithItself(int words) {
        Similarity similarity = Similarity.of(sketch(text(1, words)), sketch(text(1, words)));

        assertThat(similarity.jaccard()).isEqualTo(1);
        assertThat(similarity.containment()).isEqualTo(1);
        assertThat(similarity.numberAgreement()).isEqualTo(1);
        assertThat(similarity.numbersChanged()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 100, 500, 5_000})
    void theFirstHalfIsContainedWhole(int words) {
        Similarity similarity = Similarity.of(sketch(text(2, words)), sketch(text(2, words / 2)));

        assertThat(similarity.containment()).isEqualTo(1);
        assertThat(similarity.jaccard()).isCloseTo(0.5, within(0.25));
        assertThat(similarity.leastQuarter()).isIn(0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 100, 500, 5_000})
    void differentTextsShareNothing(int words) {
        assertThat(Similarity.of(sketch(text(3, words)), sketch(text(4, words))).jaccard())
                .isZero();
    }

    @Test
    void estimatesAreRightOnAverage() {
        double mean = IntStream.range(0, 200)
                .mapToDouble(seed -> {
                    String shared = text(seed, 400);
                    ShingleSketch first = sketch(shared + text(seed + 1_000, 200));
                    ShingleSketch second = sketch(shared + text(seed + 2_000, 200));
                    return Similarity.of(first, second).jaccard();
                })
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(400.0 / 800, within(0.02));
    }

    @Test
    void valuesAscendAndAreNotNegative() {
        for (int words : new int[] {5, 20, 60, 400, 4_000}) {
            ShingleSketch sketch = sketch(text(9, words));
            for (int i = 0; i < sketch.size(); i++) {
                assertThat(sketch.value(i)).isGreaterThan(i == 0 ? -1 : sketch.value(i - 1));
            }
        }
    }

    @Test
    void changedNumbersAmongTheSameWordsAreSeen() {
        String report = "The river rose %d centimetres in %d hours and %d houses of %d were left, said the mayor today";
        ShingleSketch first = sketch(report.formatted(12, 24, 150, 900));

        assertThat(Similarity.of(first, sketch(report.formatted(12, 24, 151, 900)))
                        .numbersChanged())
                .isTrue();
        assertThat(Similarity.of(first, sketch(report.formatted(12, 24, 151, 900)))
                        .numberAgreement())
                .isGreaterThan(0.6);
        assertThat(Similarity.of(first, sketch(report.formatted(3, 5, 7, 11))).numberAgreement())
                .isZero();
    }

    @Test
    void aTextThatRepeatsItselfDoesNotCountAsLong() {
        String refrain = text(5, 100);

        assertThat(sketch(refrain.repeat(50)).distinctCount()).isLessThan(400);
    }

    static String text(int seed, int words) {
        Random random = new Random(seed);
        return IntStream.range(0, words)
                .mapToObj(
                        i -> Long.toString(random.nextLong(Long.MAX_VALUE), 36).replaceAll("[0-9]", "x"))
                .collect(Collectors.joining(" ", "", " "));
    }

    private static ShingleSketch sketch(String text) {
        return Articles.sketch(text).shingles().orElseThrow();
    }
}
