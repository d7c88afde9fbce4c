package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "en-US,en",
        "EN,en",
        "ku,ckb",
        "ku,ku-Latn",
        "kmr,ku-Latn",
        "ckb_IQ,ckb",
        "no,nn",
        "iw,he",
        "fa-AF,fa",
        "eng,en"
    })
    void aTagIsEvidenceForWhatFeedsMeanByIt(String declared, String tag) {
        assertThat(DeclaredLanguage.of(declared).logOdds(new Language(tag, "Latn")))
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({"en,de", "'',en", "xx,en", "und,en", "ckb,ku-Latn", "---,en"})
    void aTagIsNoEvidenceForAnythingElse(String declared, String tag) {
        assertThat(DeclaredLanguage.of(declared).logOdds(new Language(tag, "Latn")))
                .isZero();
    }
}
