package dev.tidings.app.eval.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.text.language.LanguageIdentifier;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageEvaluationTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.loadModel();
    private static final String ENGLISH = "The president met the delegation in the capital on Wednesday";
    private static final String KURDISH = "بەپێی راگەیێندراوی کۆشکی کرملین، رۆژی چوارشەممە کۆدەبنەوە";

    @TempDir
    Path folder;

    @Test
    void rightAndWrongAnswersAreCountedPerLanguageSourceAndLength() {
        LanguageReport report = evaluate(List.of(
                new EvaluationRow("eng", "headline", ENGLISH, "news"),
                new EvaluationRow("deu", "headline", ENGLISH, "news"),
                new EvaluationRow("ckb", "article", KURDISH, "web")));

        assertThat(report.headline().strict()).isEqualTo(0.5);
        assertThat(report.headline().rows()).isEqualTo(2);
        assertThat(report.article().strict()).isEqualTo(1);
        assertThat(report.perLanguage().get("eng")).containsEntry("headline", 1.0);
        assertThat(report.perLanguage().get("deu")).containsEntry("headline", 0.0);
        assertThat(report.perLanguage().get("ckb"))
                .containsEntry("article", 1.0)
                .doesNotContainKey("headline");
        assertThat(report.perSource()).containsOnlyKeys("news", "web");
        assertThat(report.confusions()).containsExactly(new Confusion("deu", "eng", 1));
    }

    @Test
    void macroF1IsTheMeanOverTheLanguagesPresent() {
        LanguageReport report = evaluate(List.of(
                new EvaluationRow("eng", "headline", ENGLISH, ""), new EvaluationRow("deu", "headline", ENGLISH, "")));

        // English: precision 1/2, recall 1, F1 2/3. German: 0.
        assertThat(report.headline().macroF1()).isEqualTo(1.0 / 3);
    }

    @Test
    void undeterminedCountsAsWrong() {
        LanguageReport report = evaluate(List.of(new EvaluationRow("eng", "headline", "12:30", "")));

        assertThat(report.headline().undetermined()).isEqualTo(1);
        assertThat(report.headline().lenient()).isZero();
    }

    @Test
    void sisterLanguagesAreOneInTheLenientScore() {
        assertThat(AnswerCounts.sameLeniently("hrv", "bos")).isTrue();
        assertThat(AnswerCounts.sameLeniently("ind", "msa")).isTrue();
        assertThat(AnswerCounts.sameLeniently("nob", "nno")).isTrue();
        assertThat(AnswerCounts.sameLeniently("nob", "dan")).isFalse();
        assertThat(AnswerCounts.sameLeniently("ckb", "kmr")).isFalse();
    }

    @Test
    void theReportsNamesAreTheKeysOfItsJson() {
        JsonNode json =
                new ObjectMapper().valueToTree(evaluate(List.of(new EvaluationRow("ckb", "headline", KURDISH, "web"))));

        assertThat(json.at("/headline/strict").asDouble()).isEqualTo(1);
        assertThat(json.at("/headline/macroF1").asDouble()).isEqualTo(1);
        assertThat(json.at("/article/lenient").isNumber()).isTrue();
        assertThat(json.at("/perLanguage/ckb/headline").asDouble()).isEqualTo(1);
        assertThat(json.at("/perSource/web/headline/strict").asDouble()).isEqualTo(1);
        assertThat(json.at("/articlesPerSecond").isNumber()).isTrue();
    }

    @Test
    void plainAndGzippedFilesAreReadAlike() throws IOException {
        String rows = "ckb\theadline\t" + KURDISH + "\tweb\neng\tarticle\t" + ENGLISH + "\n";
        Path plain = Files.writeString(folder.resolve("rows.tsv"), rows);
        Path gzip = folder.resolve("rows.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(rows.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(EvaluationRow.readRows(gzip))
                .isEqualTo(EvaluationRow.readRows(plain))
                .hasSize(2);
        assertThat(EvaluationRow.readRows(plain).get(1).source()).isEmpty();
    }

    @Test
    void aLineThatIsNoRowIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.tsv"), "eng\theadline\t" + ENGLISH + "\neng\tshort\ttext\n");

        assertThatThrownBy(() -> EvaluationRow.readRows(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("rows.tsv line 2: the length class is 'short', expected headline or article");
    }

    private static LanguageReport evaluate(List<EvaluationRow> rows) {
        AtomicLong clock = new AtomicLong();
        return new LanguageEvaluation(IDENTIFIER, () -> clock.addAndGet(500_000_000L)).evaluate(rows);
    }
}
