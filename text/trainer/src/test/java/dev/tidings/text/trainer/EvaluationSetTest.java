package dev.tidings.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.text.trainer.EvaluationSet.Purpose;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
                .noneMatch(row -> Stream.of(Purpose.values()).anyMatch(purpose -> purpose.trainsOn(row, "ud")));
    }

    @Test
    void tuningRowsAreTrainedOnForAReleaseOnly() {
        assertThat(IntStream.range(0, 2_000).mapToObj(i -> row("text " + i, "lingua")))
                .filteredOn(row -> EvaluationSet.remainder(row.text()) == 1)
                .isNotEmpty()
                .allMatch(row -> Purpose.RELEASE.trainsOn(row, "") && !Purpose.EXPERIMENT.trainsOn(row, ""));
    }

    @Test
    void textLicensedForEvaluationOnlyIsNeverTrainedOn() {
        assertThat(IntStream.range(0, 200).mapToObj(i -> row("text " + i, "interdialect-arletters")))
                .noneMatch(row -> Purpose.RELEASE.trainsOn(row, ""));
    }

    @Test
    void aSourceLeftOutIsKeptAwayWholeAndNothingElseIs() {
        assertThat(IntStream.range(0, 200).mapToObj(i -> row("text " + i, "tatoeba")))
                .allMatch(row -> Purpose.WITHOUT.keepsAway(row, "tatoeba"))
                .noneMatch(row -> Purpose.WITHOUT.trainsOn(row, "tatoeba"))
                .noneMatch(row -> Purpose.WITHOUT.keepsAway(row, "ud"));
    }

    private static EvaluationSet.Row row(String text, String source) {
        return new EvaluationSet.Row("ckb", "headline", text, source);
    }
}
