package dev.tidings.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTest {
    @ParameterizedTest
    @CsvSource({"Kurdistanê,کوردستانێ", "şîr,شیر", "av,ئاڤ", "em çûn,ئەم چوون", "1. roj,1. رۆژ"})
    void kurmanjiIsWrittenAsInBadini(String latin, String arabic) {
        assertThat(Transliteration.KURMANJI.transliterate(latin)).isEqualTo(arabic);
    }

    @ParameterizedTest
    @CsvSource({"Azərbaycan,آزربایجان", "ölkə,اؤلکه"})
    void southAzerbaijaniIsWrittenInPersianLetters(String latin, String arabic) {
        assertThat(Transliteration.SOUTH_AZERBAIJANI.transliterate(latin)).isEqualTo(arabic);
    }
}
