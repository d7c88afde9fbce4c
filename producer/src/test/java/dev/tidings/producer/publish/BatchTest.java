package dev.tidings.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.kafka.SettingSources;
import dev.tidings.schemas.kafka.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class BatchTest {

    private final HandClock clock = new HandClock();
    private final Batch batch = new Batch(
            Settings.resolve(
                    PublishSettings.ALL,
                    SettingSources.of(Map.of(
                            "publish.batch.articles", "3", "publish.batch.bytes", "100", "publish.batch.ms", "50"))),
            clock);

    @Test
    void nothingIsNeverDue() {
        clock.millis = 1_000_000;
        assertThat(batch.due()).isFalse();
    }

    @Test
    void enoughArticlesAreDue() {
        batch.add(input(1));
        batch.add(input(1));
        assertThat(batch.due()).isFalse();
        batch.add(input(1));
        assertThat(batch.due()).isTrue();
    }

    @Test
    void enoughBytesAreDue() {
        batch.add(input(100));
        assertThat(batch.due()).isTrue();
    }

    @Test
    void enoughTimeSinceTheFirstIsDue() {
        batch.add(input(1));
        clock.millis = 49;
        batch.add(input(1));
        assertThat(batch.due()).isFalse();
        clock.millis = 50;
        assertThat(batch.due()).isTrue();
    }

    @Test
    void whatIsTakenIsGoneAndCountsNoMore() {
        Prepared first = input(99);
        batch.add(first);
        assertThat(batch.take()).containsExactly(first);
        assertThat(batch.take()).isEmpty();
        batch.add(input(99));
        assertThat(batch.due()).isFalse();
    }

    private static Prepared input(int bytes) {
        return new Prepared(
                "news/a.txt",
                Optional.of(new PublishOutcome("news/a.txt", PublishOutcome.Ending.PUBLISHED, 1, "", "")),
                "id",
                List.of(new ProducerRecord<>("topic", new byte[bytes])),
                Optional.empty());
    }

    /** A clock that is set by hand. */
    private static final class HandClock extends Clock {

        private long millis;

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
