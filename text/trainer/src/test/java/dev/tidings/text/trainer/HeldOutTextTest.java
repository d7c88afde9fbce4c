package dev.tidings.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldOutTextTest {
    private final HeldOutText heldOutText = new HeldOutText();

    @Test
    void aSentenceInsideALongerTextIsFoundInAnySpelling() {
        heldOutText.addText("The delegation arrived in the capital on Wednesday.");

        assertThat(heldOutText.sharesTextWith("Yesterday: the DELEGATION arrived in the -capital- on time"))
                .isTrue();
    }

    @Test
    void commonPhrasesAreNotEnough() {
        heldOutText.addText("The delegation arrived in the capital on Wednesday.");

        assertThat(heldOutText.sharesTextWith("The delegation arrived late, in a bus"))
                .isFalse();
        assertThat(heldOutText.sharesTextWith("short")).isFalse();
    }
}
