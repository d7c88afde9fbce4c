package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import org.junit.jupiter.api.Test;

class TextExcerptTest {
    private final TextExcerpt textExcerpt = new TextExcerpt(TextExcerpt.WINDOW);

    @Test
    void lettersAreFoldedAndEverythingElseIsOneBoundary() {
        textExcerpt.readText("Ağ, 12 — ÎSO");

        assertThat(folded()).isEqualTo("ağ|îso|");
    }

    @Test
    void arabicVowelSignsAndTatweelAreNotThere() {
        textExcerpt.readText("مُحَـمَّد");

        assertThat(folded()).isEqualTo("محمد|");
    }

    @Test
    void presentationFormsAreTheirLetters() {
        textExcerpt.readText("ﻛﻮرد Ｆull");

        assertThat(folded()).isEqualTo("كورد|full|");
    }

    @Test
    void wordsAndAccentsAreOneHoweverTheTextIsTakenIn() {
        for (int before = 240; before < 260; before++) {
            String text = "o".repeat(before) + " de\u0301ja\u0300 vu";
            textExcerpt.readText(text);
            assertThat(folded()).endsWith("o|déjà|vu|");
            assertThat(textExcerpt.letterCount(Scripts.scriptNumber("Latn"))).isEqualTo(before + 6);
            String taken = folded();
            textExcerpt.readText(CharBuffer.wrap(text));
            assertThat(folded()).isEqualTo(taken);
        }
    }

    @Test
    void theMainScriptHasTheMostLetters() {
        textExcerpt.readText("BBC راگەیێندراوی");

        assertThat(Scripts.scriptCode(textExcerpt.mainScript())).isEqualTo("Arab");
        assertThat(textExcerpt.letterCount(Scripts.scriptNumber("Latn"))).isEqualTo(3);
    }

    @Test
    void aLongTextIsReadAtItsBeginningMiddleAndEnd() {
        textExcerpt.readText("a".repeat(5_000) + " " + "b".repeat(5_000) + " " + "c".repeat(5_000));

        assertThat(textExcerpt.length()).isBetween(3 * TextExcerpt.WINDOW - 50, 3 * TextExcerpt.WINDOW + 3);
        assertThat(folded()).contains("aaa", "bbb", "ccc");
    }

    @Test
    void numberOfTheOtherScriptsIsNotCounted() {
        textExcerpt.readText("123 !?");

        assertThat(textExcerpt.mainScript()).isEqualTo(Scripts.COMMON);
        assertThat(textExcerpt.length()).isZero();
    }

    private String folded() {
        return new String(textExcerpt.folded(), 0, textExcerpt.length()).replace(LetterClasses.BOUNDARY, '|');
    }
}
