package dev.tidings.app.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceHeapTest {

    @Test
    void streamsTakesAQuarterOfTheMemoryUpToTwoGigabytes() {
        assertThat(ServiceHeap.bytesOf("streams", 1L << 30)).isEqualTo(768L << 20);
        assertThat(ServiceHeap.bytesOf("streams", 4L << 30)).isEqualTo(1L << 30);
        assertThat(ServiceHeap.bytesOf("streams", 64L << 30)).isEqualTo(2L << 30);
    }

    @Test
    void whatRemembersNothingTakesNoMoreOnALargeMachine() {
        assertThat(ServiceHeap.bytesOf("sink", 64L << 30)).isEqualTo(768L << 20);
    }
}
