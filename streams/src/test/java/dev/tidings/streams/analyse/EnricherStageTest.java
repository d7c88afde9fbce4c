package dev.tidings.streams.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.decode.charset.Payload;
import dev.tidings.streams.enrich.Annotation;
import dev.tidings.streams.enrich.BylineEnricher;
import dev.tidings.streams.enrich.CountEnricher;
import dev.tidings.streams.enrich.Credit;
import dev.tidings.streams.enrich.DateEnricher;
import dev.tidings.streams.enrich.Enricher;
import dev.tidings.streams.enrich.EnricherInput;
import dev.tidings.text.language.Identification;
import dev.tidings.text.language.LanguageCandidate;
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
        Annotation counts = annotationOf(
                new CountEnricher(), "Two words\n\nThree more words. And a second sentence of the body. 🙂", List.of());
        assertThat(counts).isEqualTo(new Annotation.Counts(2 + 3 + 7, 54, 3, Duration.ofSeconds(4)));
    }

    @Test
    void creditsAreTakenOverWithoutBlanksAndRepetitions() {
        Credit reuters = new Credit("Reuters", "agency");
        List<Credit> supplied = List.of(reuters, new Credit(" ", "credit"), reuters);
        assertThat(annotationOf(new BylineEnricher(), "text", supplied))
                .isEqualTo(new Annotation.Credits(List.of(reuters)));
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
        Annotation annotation = annotationOf(new DateEnricher(), line + "\n\nThe ministers met.", List.of());
        assertThat(((Annotation.Dates) annotation).published()).isEmpty();
        assertThat(annotation.flags()).containsExactly("date_invalid");
    }

    @Test
    void anEnricherThatFailsAddsNoAnnotationAndTheOthersGoOn() {
        AnalysisState article = identified("text", List.of());
        for (Enricher enricher :
                List.of(failing(new IllegalStateException("odd text")), failing(new StackOverflowError()))) {
            Stage stage = new EnricherStage(enricher);
            article = stage.run(article);
            assertThat(stage.found(article)).startsWith("left empty: ");
        }
        article = new EnricherStage(new CountEnricher()).run(article);
        assertThat(article.provenance())
                .endsWith(
                        new StageProvenance("broken", "broken/1", "IllegalStateException"),
                        new StageProvenance("broken", "broken/1", "StackOverflowError"),
                        new StageProvenance("counts", new CountEnricher().algorithm(), "ok"));
        assertThat(article.annotations()).hasSize(1);
    }

    private static Annotation annotationOf(Enricher enricher, String text, List<Credit> credits) {
        AnalysisState article = new EnricherStage(enricher).run(identified(text, credits));
        return article.annotations().get(0);
    }

    private static AnalysisState identified(String text, List<Credit> credits) {
        SuppliedMetadata suppliedMetadata =
                new SuppliedMetadata(Optional.empty(), Optional.empty(), Optional.empty(), credits);
        ArticleInput input = new ArticleInput(Payload.of(text.getBytes(UTF_8)), "text/plain", suppliedMetadata);
        AnalysisState article = TO_SKETCH.run(new AnalysisState(input, 1, 0), BoilerplateIndex.inMemory());
        return article.withLanguage(new Identification(List.of(new LanguageCandidate("en", "Latn", 1))));
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
            public Annotation enrich(EnricherInput enricherInput) {
                if (error instanceof Error serious) {
                    throw serious;
                }
                throw (RuntimeException) error;
            }
        };
    }
}
