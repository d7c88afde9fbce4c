package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationSetTest {
    @Test
    void remainderIsThatOfTheHashAsANumber() {
        assertThat(EvaluationSet.remainder("")).isEqualTo(9);
        assertThat(EvaluationSet.remainder("کوردستان")).isZero();
    }

    @Test
    void scoreRowsAreNeverTrainedOn() {
        assertThat(IntStream.range(0, 2_000).mapToObj(i -> row("text " + i, "lingua")))
                .filteredOn(row -> EvaluationSet.remainder(row.text()) == 0)
                .isNotEmpty()
                .noneMatch(row -> row.isTrainedOn(true) || row.isTrainedOn(false));
    }

    @Test
    void tuningRowsAreTrainedOnForAReleaseOnly() {
        assertThat(IntStream.range(0, 2_000).mapToObj(i -> row("text " + i, "lingua")))
                .filteredOn(row -> EvaluationSet.remainder(row.text()) == 1)
                .isNotEmpty()
                .allMatch(row -> row.isTrainedOn(true) && !row.isTrainedOn(false));
    }

    @Test
    void textLicensedForEvaluationOnlyIsNeverTrainedOn() {
        assertThat(IntStream.range(0, 200).mapToObj(i -> row("text " + i, "interdialect-arletters")))
                .noneMatch(row -> row.isTrainedOn(true));
    }

    private static EvaluationSet.Row row(String text, String source) {
        return new EvaluationSet.Row("ckb", "headline", text, source);
    }
}
