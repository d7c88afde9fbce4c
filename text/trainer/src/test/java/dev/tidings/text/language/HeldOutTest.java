package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldOutTest {
    private final HeldOut heldOut = new HeldOut();

    @Test
    void aSentenceInsideALongerTextIsFoundInAnySpelling() {
        heldOut.add("The delegation arrived in the capital on Wednesday.");

        assertThat(heldOut.sharesTextWith("Yesterday: the DELEGATION arrived in the -capital- on time"))
                .isTrue();
    }

    @Test
    void commonPhrasesAreNotEnough() {
        heldOut.add("The delegation arrived in the capital on Wednesday.");

        assertThat(heldOut.sharesTextWith("The delegation arrived late, in a bus"))
                .isFalse();
        assertThat(heldOut.sharesTextWith("short")).isFalse();
    }
}
