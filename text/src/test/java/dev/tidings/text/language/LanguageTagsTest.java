package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTagsTest {
    @ParameterizedTest
    @CsvSource({"ckb,ckb", "kmr,ku-Latn", "eng,en", "fas,fa", "nob,nb", "srp,sr", "hac,hac", "zho,zh"})
    void codesAndTagsMapBothWays(String code, String tag) {
        assertThat(LanguageTags.tagOf(code)).contains(tag);
        assertThat(LanguageTags.iso639Of(tag)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"ku-Arab,kmr", "ku,kmr", "en-US,eng", "zh-Hant,zho", "ckb,ckb"})
    void scriptAndRegionOfATagDoNotHideItsLanguage(String tag, String code) {
        assertThat(LanguageTags.iso639Of(tag)).contains(code);
    }

    @Test
    void everyCodeComesBackFromItsTag() {
        assertThat(LanguageTags.iso639Codes())
                .hasSizeGreaterThanOrEqualTo(132)
                .allSatisfy(code -> assertThat(LanguageTags.tagOf(code).flatMap(LanguageTags::iso639Of))
                        .contains(code));
    }

    @Test
    void anUnknownLanguageIsAbsent() {
        assertThat(LanguageTags.tagOf("xxx")).isEmpty();
        assertThat(LanguageTags.iso639Of("und")).isEmpty();
    }
}
