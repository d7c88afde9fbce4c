package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import org.junit.jupiter.api.Test;

class TextExcerptTest {
    private final TextExcerpt textExcerpt = new TextExcerpt(TextExcerpt.WINDOW);

    @Test
    void lettersAreFoldedAndEverythingElseIsOneBoundary() {
        textExcerpt.read("Ağ, 12 — ÎSO");

        assertThat(folded()).isEqualTo("ağ|îso|");
    }

    @Test
    void arabicVowelSignsAndTatweelAreNotThere() {
        textExcerpt.read("مُحَـمَّد");

        assertThat(folded()).isEqualTo("محمد|");
    }

    @Test
    void presentationFormsAreTheirLetters() {
        textExcerpt.read("ﻛﻮرد Ｆull");

        assertThat(folded()).isEqualTo("كورد|full|");
    }

    @Test
    void wordsAndAccentsAreOneHoweverTheTextIsTakenIn() {
        for (int before = 240; before < 260; before++) {
            String text = "o".repeat(before) + " de\u0301ja\u0300 vu";
            textExcerpt.read(text);
            assertThat(folded()).endsWith("o|déjà|vu|");
            assertThat(textExcerpt.letters(Scripts.number("Latn"))).isEqualTo(before + 6);
            String taken = folded();
            textExcerpt.read(CharBuffer.wrap(text));
            assertThat(folded()).isEqualTo(taken);
        }
    }

    @Test
    void theMainScriptHasTheMostLetters() {
        textExcerpt.read("BBC راگەیێندراوی");

        assertThat(Scripts.code(textExcerpt.mainScript())).isEqualTo("Arab");
        assertThat(textExcerpt.letters(Scripts.number("Latn"))).isEqualTo(3);
    }

    @Test
    void aLongTextIsReadAtItsBeginningMiddleAndEnd() {
        textExcerpt.read("a".repeat(5_000) + " " + "b".repeat(5_000) + " " + "c".repeat(5_000));

        assertThat(textExcerpt.length()).isBetween(3 * TextExcerpt.WINDOW - 50, 3 * TextExcerpt.WINDOW + 3);
        assertThat(folded()).contains("aaa", "bbb", "ccc");
    }

    @Test
    void numberOfTheOtherScriptsIsNotCounted() {
        textExcerpt.read("123 !?");

        assertThat(textExcerpt.mainScript()).isEqualTo(Scripts.COMMON);
        assertThat(textExcerpt.length()).isZero();
    }

    private String folded() {
        return new String(textExcerpt.folded(), 0, textExcerpt.length()).replace(LetterClasses.BOUNDARY, '|');
    }
}
