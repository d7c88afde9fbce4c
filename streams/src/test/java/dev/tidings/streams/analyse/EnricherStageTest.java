package dev.tidings.streams.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.decode.Payload;
import dev.tidings.streams.enrich.Credit;
import dev.tidings.streams.enrich.CreditReader;
import dev.tidings.streams.enrich.DateReader;
import dev.tidings.streams.enrich.Enricher;
import dev.tidings.streams.enrich.Finding;
import dev.tidings.streams.enrich.Subject;
import dev.tidings.streams.enrich.TextCounter;
import dev.tidings.streams.margin.MarginMemory;
import dev.tidings.text.language.Candidate;
import dev.tidings.text.language.Identification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnricherStageTest {

    private static final AnalysisStages TO_SKETCH = AnalysisStages.standard().upTo("sketch");

    @Test
    void titleAndBodyAreCountedTogether() {
        Finding counts = finding(
                new TextCounter(), "Two words\n\nThree more words. And a second sentence of the body. 🙂", List.of());
        assertThat(counts).isEqualTo(new Finding.Counts(2 + 3 + 7, 54, 3, Duration.ofSeconds(4)));
    }

    @Test
    void creditsAreTakenOverWithoutBlanksAndRepetitions() {
        Credit reuters = new Credit("Reuters", "agency");
        List<Credit> supplied = List.of(reuters, new Credit(" ", "credit"), reuters);
        assertThat(finding(new CreditReader(), "text", supplied)).isEqualTo(new Finding.Credits(List.of(reuters)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date: 31 September 2021",
                "Date: 1 January 2999",
                "بەروار: ٣١ی ئەیلوولی ٢٠٢١",
                "التاريخ: 31 أيلول 2021",
                "تاریخ: ۳۱ مهر ۱۴۰۰",
                "Tarih: 31 Eylül 2021",
                "Дата: 31 сентября 2021"
            })
    void aLineWithADayThatCannotBeIsFlaggedAndNoPublication(String line) {
        Finding finding = finding(new DateReader(), line + "\n\nThe ministers met.", List.of());
        assertThat(((Finding.Dates) finding).published()).isEmpty();
        assertThat(finding.flags()).containsExactly("date_invalid");
    }

    @Test
    void anEnricherThatFailsLeavesItsFindingOutAndTheOthersGoOn() {
        AnalysisState article = identified("text", List.of());
        for (Enricher enricher :
                List.of(failing(new IllegalStateException("odd text")), failing(new StackOverflowError()))) {
            Stage stage = new EnricherStage(enricher);
            article = stage.run(article);
            assertThat(stage.found(article)).startsWith("left empty: ");
        }
        article = new EnricherStage(new TextCounter()).run(article);
        assertThat(article.provenance())
                .endsWith(
                        new StageProvenance("broken", "broken/1", "IllegalStateException"),
                        new StageProvenance("broken", "broken/1", "StackOverflowError"),
                        new StageProvenance("counts", new TextCounter().algorithm(), "ok"));
        assertThat(article.findings()).hasSize(1);
    }

    private static Finding finding(Enricher enricher, String text, List<Credit> credits) {
        AnalysisState article = new EnricherStage(enricher).run(identified(text, credits));
        return article.findings().get(0);
    }

    private static AnalysisState identified(String text, List<Credit> credits) {
        Supplied supplied = new Supplied(Optional.empty(), Optional.empty(), Optional.empty(), credits);
        ArticleInput input = new ArticleInput(Payload.of(text.getBytes(UTF_8)), "text/plain", supplied);
        AnalysisState article = TO_SKETCH.run(new AnalysisState(input, 1, 0), MarginMemory.inMemory());
        return article.withLanguage(new Identification(List.of(new Candidate("en", "Latn", 1))));
    }

    private static Enricher failing(Throwable error) {
        return new Enricher() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public int version() {
                return 1;
            }

            @Override
            public String algorithm() {
                return "broken/1";
            }

            @Override
            public Finding enrich(Subject subject) {
                if (error instanceof Error serious) {
                    throw serious;
                }
                throw (RuntimeException) error;
            }
        };
    }
}
