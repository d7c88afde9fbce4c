package dev.tidings.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void comesBackFromItsHeader() {
        Evidence evidence = new Evidence("2ed6657d-e927-568b-95e1-2665a8aea6a2", 2L, 0.75, 1.0, "near", "fold1");

        assertThat(Evidence.parseHeader(evidence.toHeader())).contains(evidence);
    }

    @Test
    void leavesOutWhatWasNotMeasured() {
        assertThat(Evidence.withoutMatch("no_match", "fold1").toHeader())
                .isEqualTo("{\"rule\":\"no_match\",\"algorithm\":\"fold1\"}");
    }

    @Test
    void isEmptyForAHeaderOfSomebodyElse() {
        assertThat(Evidence.parseHeader("not json")).isEmpty();
    }
}
