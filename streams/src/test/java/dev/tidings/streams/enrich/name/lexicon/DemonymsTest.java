package dev.tidings.streams.enrich.name.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.enrich.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemonymsTest {

    @ParameterizedTest
    @CsvSource({
        "en,Nigerians,NG", "en,Italian,IT", "en,Vietnamese,VN", "en,Thai,TH", "en,Portuguese,PT",
        "ar,الإيطاليين,IT", "ar,وللتايلاندية,TH", "ar,صيني,CN", "ar,والكندية,CA", "ar,بفرنسي,FR",
        "ru,итальянского,IT", "ru,тайский,TH", "de,norwegischen,NO", "tr,Kanadalılar,CA", "tr,Fince,FI"
    })
    void aWordForAPeopleItsLanguageOrItsThingsMeansTheCountry(String language, String word, String country) {
        assertThat(countryOf(word, language)).isEqualTo(country);
    }

    @ParameterizedTest
    @CsvSource({
        "en,human",
        "en,Indiana",
        "en,Turkey",
        "en,Jordans",
        "ar,مالية",
        "ar,وطني",
        "de,deutlich",
        "tr,deli",
        "zz,abc"
    })
    void otherWordsAndTheCountriesThemselvesMeanNone(String language, String word) {
        assertThat(countryOf(word, language)).isEqualTo(Demonyms.NONE);
    }

    @Test
    void aPeopleOfSeveralCountriesMeansNone() {
        assertThat(countryOf("Kurdish", "en")).isEqualTo(Demonyms.NONE);
    }

    private static String countryOf(String word, String language) {
        Tokens tokens = Tokens.of(word);
        return Demonyms.forLanguage(language).countryOf(tokens.wordAt(tokens.wordNumber(0)));
    }
}
