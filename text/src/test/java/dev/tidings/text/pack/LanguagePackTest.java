package dev.tidings.text.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagePackTest {

    @Test
    void aLanguageIsFoundByItsPrimarySubtagAndByItsOtherTags() {
        assertThat(LanguagePack.of("de-AT")).isSameAs(LanguagePack.of("de"));
        assertThat(LanguagePack.of("kmr")).isSameAs(LanguagePack.of("ku-Latn"));
        assertThat(LanguagePack.of("kmr").tag()).isEqualTo("ku");
    }

    @Test
    void anUnknownLanguageHasAnEmptyPack() {
        LanguagePack unknown = LanguagePack.of("xx");
        assertThat(unknown.tag()).isEmpty();
        assertThat(unknown.rows(PackFile.DATES)).isEmpty();
        assertThat(unknown.value("calendar")).isEmpty();
        assertThat(unknown.isSet("capital-nouns")).isFalse();
        assertThat(LanguagePack.of("")).isSameAs(unknown);
    }

    @Test
    void valuesAndWordsAreThoseOfTheFiles() {
        assertThat(LanguagePack.of("de").isSet("capital-nouns")).isTrue();
        assertThat(LanguagePack.of("fa").value("calendar")).contains("persian");
        assertThat(LanguagePack.of("ru").words(PackFile.AFFIXES, "nominative"))
                .as("a hyphen is the empty word")
                .containsExactly("", "а", "я", "ь");
        assertThat(LanguagePack.of("tr").words(PackFile.CUES, "heading")).contains("reklam", "paylaş");
    }

    @Test
    void everyLanguageOfTheIndexHasAFolderWithRows() {
        assertThat(LanguagePack.all()).hasSizeGreaterThan(50).allSatisfy(pack -> {
            assertThat(List.of(PackFile.values()))
                    .anyMatch(file -> !pack.rows(file).isEmpty());
        });
        assertThat(LanguagePack.valuesOfAll("date-locales")).containsEntry("sr", "sr sr_Latn");
    }

    @Test
    void whatWasReadDoesNotChange() {
        List<List<String>> rows = LanguagePack.of("ckb").rows(PackFile.DATES);
        assertThat(LanguagePack.of("ckb").rows(PackFile.DATES)).isSameAs(rows);
        assertThatThrownBy(() -> rows.add(List.of())).isInstanceOf(UnsupportedOperationException.class);
    }
}
