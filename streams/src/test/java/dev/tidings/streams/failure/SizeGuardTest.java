package dev.tidings.streams.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.admin.RecordSizeLimit;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class SizeGuardTest {

    private static final byte[] KEY = new byte[36];

    private final SizeGuard guard = new SizeGuard();

    @Test
    void theLimitItselfFitsAndOneByteMoreDoesNot() {
        assertThat(guard.fitsLimit(KEY, new byte[RecordSizeLimit.USUAL_BYTES - 36], new RecordHeaders()))
                .isTrue();
        assertThat(guard.fitsLimit(KEY, new byte[RecordSizeLimit.USUAL_BYTES - 35], new RecordHeaders()))
                .isFalse();
    }

    @Test
    void headersCount() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("name", new byte[RecordSizeLimit.USUAL_BYTES - 36 - 4]);
        assertThat(guard.fitsLimit(KEY, new byte[0], headers)).isTrue();
        headers.add("x", null);
        assertThat(guard.fitsLimit(KEY, new byte[0], headers)).isFalse();
        assertThat(guard.tooLarge(KEY, new byte[0], headers).reason()).isEqualTo("too_large");
    }

    @Test
    void topicsThatTakeLessSetTheLimitAndTheFixIsTold() {
        guard.follow(new RecordSizeLimit("news.enriched", 1_000));
        assertThat(guard.fitsLimit(KEY, new byte[964], new RecordHeaders())).isTrue();
        assertThat(guard.fitsLimit(KEY, new byte[965], new RecordHeaders())).isFalse();
        assertThat(guard.tooLarge(KEY, new byte[965], new RecordHeaders()).message())
                .isEqualTo("the event takes 1001 bytes, at most 1000 can be written; split the article, or raise"
                        + " max.message.bytes of the topics as 'tidings status' says");
    }
}
