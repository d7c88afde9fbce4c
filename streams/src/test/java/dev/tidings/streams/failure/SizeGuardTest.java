package dev.tidings.streams.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class SizeGuardTest {

    private static final byte[] KEY = new byte[36];

    @Test
    void theLimitItselfFitsAndOneByteMoreDoesNot() {
        assertThat(SizeGuard.fitsLimit(KEY, new byte[SizeGuard.LIMIT_BYTES - 36], new RecordHeaders()))
                .isTrue();
        assertThat(SizeGuard.fitsLimit(KEY, new byte[SizeGuard.LIMIT_BYTES - 35], new RecordHeaders()))
                .isFalse();
    }

    @Test
    void headersCount() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("name", new byte[SizeGuard.LIMIT_BYTES - 36 - 4]);
        assertThat(SizeGuard.fitsLimit(KEY, new byte[0], headers)).isTrue();
        headers.add("x", null);
        assertThat(SizeGuard.fitsLimit(KEY, new byte[0], headers)).isFalse();
        assertThat(SizeGuard.tooLarge(KEY, new byte[0], headers).reason()).isEqualTo("too_large");
    }
}
