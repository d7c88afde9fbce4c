package dev.tidings.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void aPercentileIsTheSmallestDurationThatSoManyDoNotExceed() {
        Percentiles hundred = Percentiles.of(
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray());

        assertThat(hundred.percentileMillis(50)).isEqualTo(50.0);
        assertThat(hundred.percentileMillis(99)).isEqualTo(99.0);
        assertThat(hundred.percentileMillis(100)).isEqualTo(100.0);
    }

    @Test
    void ofOneDurationEveryPercentileIsThatOne() {
        assertThat(Percentiles.of(new long[] {1_250_000}).percentileMillis(1)).isEqualTo(1.3);
    }
}
