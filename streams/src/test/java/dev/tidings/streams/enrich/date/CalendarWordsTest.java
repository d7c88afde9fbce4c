package dev.tidings.streams.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.enrich.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarWordsTest {

    @ParameterizedTest
    @CsvSource({
        "en,September,September",
        "en,Sunday,Sunday",
        "ar,سبتمبر,September",
        "ar,أيلول,September",
        "ar,الأحد,Sunday",
        "ckb,ئەیلوول,September",
        "ru,сентября,September",
        "tr,Pazar,Sunday",
        "de,Samstag,Saturday"
    })
    void aMonthOrWeekdayHasOneNameInEveryLanguage(String language, String word, String name) {
        assertThat(nameOf(word, language)).isEqualTo(name);
        assertThat(CalendarWords.isName(name)).isTrue();
    }

    @Test
    void otherWordsAndMonthsOfOtherCalendarsHaveNone() {
        assertThat(nameOf("yesterday", "en")).isEqualTo(CalendarWords.NONE);
        assertThat(nameOf("رمضان", "ar")).isEqualTo(CalendarWords.NONE);
        assertThat(CalendarWords.isName(CalendarWords.NONE)).isFalse();
    }

    @Test
    void someLanguagesWriteThemSmall() {
        assertThat(CalendarWords.forLanguage("en").haveCapitals()).isTrue();
        assertThat(CalendarWords.forLanguage("ru").haveCapitals()).isFalse();
    }

    private static String nameOf(String word, String language) {
        Tokens tokens = Tokens.of(word);
        return CalendarWords.forLanguage(language).nameOf(tokens.wordAt(tokens.wordNumber(0)));
    }
}
