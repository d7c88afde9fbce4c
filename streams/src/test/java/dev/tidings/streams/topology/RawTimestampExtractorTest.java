package dev.tidings.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RawTimestampExtractorTest {

    private final RawTimestampExtractor time = new RawTimestampExtractor();

    @Test
    void theTimeIsThatOfTheRecordHoweverOdd() {
        assertThat(time.extract(stamped(0), 99)).isZero();
        assertThat(time.extract(stamped(32_503_680_000_000L), 99)).isEqualTo(32_503_680_000_000L);
    }

    @Test
    void aRecordWithoutTimeGetsTheNewestBeforeIt() {
        assertThat(time.extract(stamped(-1), 99)).isEqualTo(99);
        assertThat(time.extract(stamped(-1), -1)).isZero();
    }

    private static ConsumerRecord<Object, Object> stamped(long timestamp) {
        return new ConsumerRecord<>(
                "tidings.raw",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "",
                "",
                new RecordHeaders(),
                Optional.empty());
    }
}
