package dev.tidings.text.orthography;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatchKeyTest {

    @Test
    void spellingsOfOneWordHaveOneKey() {
        assertSameKey("سووریا", "سوريا", "سوریا");
        assertSameKey("ڕووسیا", "رووسیا", "روسیا");
        assertSameKey("ئەردۆغان", "ئهردۆغان", "ئەردۆغـان");
        assertSameKey("Erdoğan", "ERDOGAN", "erdogan");
        assertSameKey("مُحَمَّد", "محمد");
        assertSameKey("Ёлка", "елка");
    }

    @Test
    void digitsOfAllScriptsAreAscii() {
        assertSameKey("٢٠٢١", "۲۰۲۱", "२०२१", "2021");
    }

    @Test
    void otherWordsKeepOtherKeys() {
        assertThat(MatchKey.of("ئەنقەرە")).isNotEqualTo(MatchKey.of("ئەنقەرەو"));
        assertThat(MatchKey.of("莫斯科")).isEqualTo("莫斯科");
        assertThat(MatchKey.of("한국")).isEqualTo("한국");
    }

    private static void assertSameKey(String first, String... others) {
        for (String other : others) {
            assertThat(MatchKey.of(other)).isEqualTo(MatchKey.of(first));
        }
    }
}
