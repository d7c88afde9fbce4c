package dev.tidings.streams.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTrimmerTest {

    @Test
    void whatAWindowReachesStays() {
        assertThat(LogTrimmer.firstKept(10, 40, 100)).isEqualTo(40);
        assertThat(LogTrimmer.firstKept(40, 40, 100)).isEqualTo(40);
    }

    @Test
    void whatHasNotBeenReadStaysHoweverOldItIs() {
        assertThat(LogTrimmer.firstKept(10, 40, 25)).isEqualTo(25);
        assertThat(LogTrimmer.firstKept(10, 40, 0)).isEqualTo(10);
    }

    @Test
    void everythingStaysWhereNothingIsKnownToBeReached() {
        assertThat(LogTrimmer.firstKept(10, -1, 100)).isEqualTo(10);
    }
}
