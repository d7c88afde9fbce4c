package dev.tidings.streams.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tidings.streams.Seeds;
import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.decode.charset.Payload;
import dev.tidings.streams.enrich.Annotation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnalysisStagesTest {

    private static final AnalysisStages STAGES = AnalysisStages.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUTIN_ERDOGAN_CKB    | ckb | Arab | 7  | 274 | ",
                "BARZANI_BOGDANOV_CKB | ckb | Arab | 7  | 448 | ",
                "COMMON_INTERESTS_EN  | en  | Latn | 11 | 407 | Turkey and Russia seek common interests",
                "SOCHI_MEETING_EN     | en  | Latn | 8  | 537 | Sochi Meeting: Russia and Turkey Still Divided Over Syria"
            })
    void understandsTheRealArticles(Seeds seed, String language, String script, int blocks, long words, String title) {
        AnalysisState article = analyse(seed.bytes());
        assertThat(article.language().tag()).isEqualTo(language);
        assertThat(article.language().script()).isEqualTo(script);
        assertThat(article.title()).isEqualTo(Optional.ofNullable(title));
        assertThat(article.extraction().textBlocks()).hasSize(blocks);
        assertThat(counts(article).words()).isEqualTo(words);
        assertThat(article.flags()).isEmpty();
        assertThat(article.sketch().exact()).isPresent();
        assertThat(article.provenance())
                .extracting(StageProvenance::stage)
                .containsExactly(
                        "decode",
                        "extract",
                        "boilerplate",
                        "language",
                        "sketch",
                        "counts",
                        "credits",
                        "dates",
                        "names",
                        "keywords",
                        "summary",
                        "story");
        assertThat(article.provenance())
                .allSatisfy(step -> assertThat(step.status()).isEqualTo("ok"));
    }

    @ParameterizedTest
    @EnumSource(Seeds.class)
    void theSameInputHasTheSameResult(Seeds seed) {
        AnalysisState once = analyse(seed.bytes());
        AnalysisState again = AnalysisStages.standard().run(state(seed.bytes()), BoilerplateIndex.inMemory());
        assertThat(again.text()).isEqualTo(once.text());
        assertThat(again.extraction()).isEqualTo(once.extraction());
        assertThat(again.sketch().shingleBytes()).isEqualTo(once.sketch().shingleBytes());
        assertThat(again.language()).isEqualTo(once.language());
        assertThat(again.annotations()).isEqualTo(once.annotations());
        assertThat(again.provenance()).isEqualTo(once.provenance());
    }

    @Test
    void noStringBreaksAnyStep() {
        for (String text : Seeds.awkwardStrings()) {
            AnalysisState article = analyse(text.getBytes(UTF_8));
            assertThat(article.provenance())
                    .allSatisfy(step -> assertThat(step.status()).isEqualTo("ok"));
        }
    }

    @Test
    void everyStageSaysWhatItFound() {
        AnalysisState article = state(Seeds.COMMON_INTERESTS_EN.bytes());
        BoilerplateIndex store = BoilerplateIndex.inMemory();
        for (Stage stage : STAGES.all()) {
            article = AnalysisStages.run(stage, article, store);
            assertThat(stage.found(article)).as(stage.name()).isNotBlank().doesNotContain("left empty");
        }
    }

    /** Every line that has ever stood in the file stays; a stage that changes gets one more. */
    @Test
    void aStageOfAnotherAlgorithmHasAGreaterVersion() {
        Map<String, Integer> versions = new HashMap<>();
        Map<String, String> algorithms = new HashMap<>();
        for (String line : lines("/stage-versions.tsv")) {
            String[] fields = line.split("\t", 3);
            Integer before = versions.put(fields[0], Integer.valueOf(fields[1]));
            assertThat(before == null || before < versions.get(fields[0]))
                    .as(line)
                    .isTrue();
            algorithms.put(fields[0], fields[2]);
        }
        for (Stage stage : STAGES.all()) {
            assertThat(versions).containsEntry(stage.name(), stage.version());
            assertThat(algorithms).containsEntry(stage.name(), stage.algorithm());
        }
    }

    private static List<String> lines(String resource) {
        try (InputStream file = AnalysisStagesTest.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void twoStagesOfOneNameAreRefused() {
        Stage stage = STAGES.all().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnalysisStages(List.of(stage, stage)))
                .withMessageContaining("decode");
    }

    @Test
    void aPartOfTheStagesEndsWithTheOneNamed() {
        assertThat(STAGES.upTo("sketch").all())
                .extracting(Stage::name)
                .containsExactly("decode", "extract", "boilerplate", "language", "sketch");
        assertThatIllegalArgumentException().isThrownBy(() -> STAGES.upTo("layout"));
    }

    @Test
    void theVersionsNameEveryStage() {
        assertThat(STAGES.versions())
                .hasSize(STAGES.all().size())
                .containsEntry("decode", "3 charset-cascade/2 mail/1");
    }

    @Test
    void aResultThatNoStageHasMadeYetIsAMistakeInTheOrder() {
        assertThatIllegalStateException()
                .isThrownBy(() -> state(new byte[0]).language())
                .withMessageContaining("language");
    }

    @Test
    void flagsAreToldOnceInTheOrderFound() {
        assertThat(analyse("\u0000".getBytes(UTF_8)).flags()).containsExactly("control_chars_removed", "empty");
        assertThat(analyse(" \n ".getBytes(UTF_8)).flags()).containsExactly("empty");
    }

    @Test
    void theCanonicalAddressIsTheSuppliedOneElseTheOther() {
        assertThat(address("https://a.example/x?utm_source=y", null).canonical())
                .contains("https://a.example/x");
        assertThat(address("https://a.example/x", "https://b.example/y").canonical())
                .contains("https://b.example/y");
        SourceUrl dropped = address("https://a.example/x", "javascript:alert(1)");
        assertThat(dropped.canonical()).contains("https://a.example/x");
        assertThat(dropped.flags()).containsExactly("url_dropped");
        assertThat(address(null, null)).isEqualTo(new SourceUrl(Optional.empty(), List.of()));
    }

    private static SourceUrl address(String url, String canonical) {
        return SourceUrl.of(
                new SuppliedMetadata(
                        Optional.empty(), Optional.ofNullable(url), Optional.ofNullable(canonical), List.of()),
                Optional.empty());
    }

    private static AnalysisState analyse(byte[] bytes) {
        return STAGES.run(state(bytes), BoilerplateIndex.inMemory());
    }

    private static AnalysisState state(byte[] bytes) {
        return new AnalysisState(new ArticleInput(Payload.of(bytes), "text/plain", SuppliedMetadata.NOTHING), 1, 0);
    }

    private static Annotation.Counts counts(AnalysisState article) {
        return article.annotations().stream()
                .filter(Annotation.Counts.class::isInstance)
                .map(Annotation.Counts.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
