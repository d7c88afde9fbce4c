package dev.tidings.streams.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractors;
import dev.tidings.text.language.Candidate;
import dev.tidings.text.language.Identification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrichmentTest {

    @Test
    void titleAndBodyAreCountedTogether() {
        Finding counts = finding("Two words\n\nThree more words. And a second sentence of the body. 🙂", List.of());
        assertThat(counts).isEqualTo(new Finding.Counts(2 + 3 + 7, 54, 3, Duration.ofSeconds(4)));
    }

    @Test
    void creditsAreTakenOverWithoutBlanksAndRepetitions() {
        Credit reuters = new Credit("Reuters", "agency");
        Subject subject = subject("text", List.of(reuters, new Credit(" ", "credit"), reuters));
        assertThat(Enrichment.standard().of(subject).get(1).finding()).contains(new Finding.Credits(List.of(reuters)));
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
        Finding finding = Enrichment.standard().of(subject(line + "\n\nThe ministers met.", List.of())).stream()
                .flatMap(outcome -> outcome.finding().stream())
                .filter(found -> found instanceof Finding.Dates)
                .findFirst()
                .orElseThrow();
        assertThat(((Finding.Dates) finding).published()).isEmpty();
        assertThat(finding.flags()).containsExactly("date_invalid");
    }

    @Test
    void anEnricherThatFailsLeavesItsFindingOutAndTheOthersGoOn() {
        Enrichment enrichment = new Enrichment(List.of(
                failing(new IllegalStateException("odd text")), failing(new StackOverflowError()), new TextCounter()));
        List<Outcome> outcomes = enrichment.of(subject("text", List.of()));
        assertThat(outcomes)
                .extracting(Outcome::status)
                .containsExactly("IllegalStateException", "StackOverflowError", "ok");
        assertThat(outcomes).extracting(Outcome::step).containsExactly("broken", "broken", "counts");
        assertThat(outcomes.get(0).finding()).isEmpty();
        assertThat(outcomes.get(2).finding()).isPresent();
    }

    private static Finding finding(String text, List<Credit> credits) {
        return Enrichment.standard().of(subject(text, credits)).get(0).finding().orElseThrow();
    }

    private static Subject subject(String text, List<Credit> credits) {
        Extraction extraction =
                new Extractors(List.of()).forMediaType("text/plain").extract(new Document(text, Optional.empty()));
        Identification language = new Identification(List.of(new Candidate("en", "Latn", 1)));
        return new Subject(extraction, extraction.body(), language, credits);
    }

    private static Enricher failing(Throwable error) {
        return new Enricher() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public String version() {
                return "1";
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
