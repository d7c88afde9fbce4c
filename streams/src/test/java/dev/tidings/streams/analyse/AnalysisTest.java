package dev.tidings.streams.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.Seeds;
import dev.tidings.streams.decode.Payload;
import dev.tidings.streams.enrich.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnalysisTest {

    private final Analysis analysis = Analysis.standard();

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
        AnalysedArticle article = analyse(seed.bytes());
        assertThat(article.language().tag()).isEqualTo(language);
        assertThat(article.language().script()).isEqualTo(script);
        assertThat(article.title()).isEqualTo(Optional.ofNullable(title));
        assertThat(article.extraction().blocks()).hasSize(blocks);
        assertThat(counts(article).words()).isEqualTo(words);
        assertThat(article.flags()).isEmpty();
        assertThat(article.sketch().exact()).isPresent();
        assertThat(article.provenance())
                .extracting(AnalysedArticle.Provenance::step)
                .containsExactly(
                        "decode",
                        "extract",
                        "margins",
                        "sketch",
                        "language",
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
        AnalysedArticle once = analyse(seed.bytes());
        AnalysedArticle again = Analysis.standard().analyse(input(seed.bytes()));
        assertThat(again.text()).isEqualTo(once.text());
        assertThat(again.extraction()).isEqualTo(once.extraction());
        assertThat(again.sketch().shingleBytes()).isEqualTo(once.sketch().shingleBytes());
        assertThat(again.language()).isEqualTo(once.language());
        assertThat(again.outcomes()).isEqualTo(once.outcomes());
    }

    @Test
    void noStringBreaksAnyStep() {
        for (String text : Seeds.awkwardStrings()) {
            AnalysedArticle article = analyse(text.getBytes(UTF_8));
            assertThat(article.provenance())
                    .allSatisfy(step -> assertThat(step.status()).isEqualTo("ok"));
        }
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
        Address dropped = address("https://a.example/x", "javascript:alert(1)");
        assertThat(dropped.canonical()).contains("https://a.example/x");
        assertThat(dropped.flags()).containsExactly("url_dropped");
        assertThat(address(null, null)).isEqualTo(new Address(Optional.empty(), List.of()));
    }

    private static Address address(String url, String canonical) {
        return Address.of(
                new Supplied(Optional.empty(), Optional.ofNullable(url), Optional.ofNullable(canonical), List.of()),
                Optional.empty());
    }

    private AnalysedArticle analyse(byte[] bytes) {
        return analysis.analyse(input(bytes));
    }

    private static ArticleInput input(byte[] bytes) {
        return new ArticleInput(Payload.of(bytes), "text/plain", Supplied.NOTHING);
    }

    private static Finding.Counts counts(AnalysedArticle article) {
        return article.outcomes().stream()
                .flatMap(outcome -> outcome.finding().stream())
                .filter(Finding.Counts.class::isInstance)
                .map(Finding.Counts.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
