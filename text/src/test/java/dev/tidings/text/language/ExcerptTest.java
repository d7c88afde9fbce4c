package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private final Excerpt excerpt = new Excerpt(Excerpt.WINDOW);

    @Test
    void lettersAreFoldedAndEverythingElseIsOneBoundary() {
        excerpt.read("Ağ, 12 — ÎSO");

        assertThat(folded()).isEqualTo("ağ|îso|");
    }

    @Test
    void arabicVowelSignsAndTatweelAreNotThere() {
        excerpt.read("مُحَـمَّد");

        assertThat(folded()).isEqualTo("محمد|");
    }

    @Test
    void presentationFormsAreTheirLetters() {
        excerpt.read("ﻛﻮرد Ｆull");

        assertThat(folded()).isEqualTo("كورد|full|");
    }

    @Test
    void wordsAndAccentsAreOneHoweverTheTextIsTakenIn() {
        for (int before = 240; before < 260; before++) {
            String text = "o".repeat(before) + " de\u0301ja\u0300 vu";
            excerpt.read(text);
            assertThat(folded()).endsWith("o|déjà|vu|");
            assertThat(excerpt.letters(Scripts.number("Latn"))).isEqualTo(before + 6);
            String taken = folded();
            excerpt.read(CharBuffer.wrap(text));
            assertThat(folded()).isEqualTo(taken);
        }
    }

    @Test
    void theMainScriptHasTheMostLetters() {
        excerpt.read("BBC راگەیێندراوی");

        assertThat(Scripts.code(excerpt.mainScript())).isEqualTo("Arab");
        assertThat(excerpt.letters(Scripts.number("Latn"))).isEqualTo(3);
    }

    @Test
    void aLongTextIsReadAtItsBeginningMiddleAndEnd() {
        excerpt.read("a".repeat(5_000) + " " + "b".repeat(5_000) + " " + "c".repeat(5_000));

        assertThat(excerpt.length()).isBetween(3 * Excerpt.WINDOW - 50, 3 * Excerpt.WINDOW + 3);
        assertThat(folded()).contains("aaa", "bbb", "ccc");
    }

    @Test
    void numberOfTheOtherScriptsIsNotCounted() {
        excerpt.read("123 !?");

        assertThat(excerpt.mainScript()).isEqualTo(Scripts.COMMON);
        assertThat(excerpt.length()).isZero();
    }

    private String folded() {
        return new String(excerpt.folded(), 0, excerpt.length()).replace(Letters.BOUNDARY, '|');
    }
}
