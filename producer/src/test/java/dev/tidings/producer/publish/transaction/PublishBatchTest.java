package dev.tidings.producer.publish.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.producer.publish.prepare.PreparedInput;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class PublishBatchTest {

    private final HandClock clock = new HandClock();
    private final PublishBatch publishBatch = new PublishBatch(
            Settings.resolveAll(
                    PublishSettings.ALL,
                    SettingSources.of(Map.of(
                            "publish.batch.articles", "3", "publish.batch.bytes", "100", "publish.batch.ms", "50"))),
            clock);

    @Test
    void nothingIsNeverDue() {
        clock.millis = 1_000_000;
        assertThat(publishBatch.isDue()).isFalse();
    }

    @Test
    void enoughArticlesAreDue() {
        publishBatch.add(input(1));
        publishBatch.add(input(1));
        assertThat(publishBatch.isDue()).isFalse();
        publishBatch.add(input(1));
        assertThat(publishBatch.isDue()).isTrue();
    }

    @Test
    void enoughBytesAreDue() {
        publishBatch.add(input(100));
        assertThat(publishBatch.isDue()).isTrue();
    }

    @Test
    void enoughTimeSinceTheFirstIsDue() {
        publishBatch.add(input(1));
        clock.millis = 49;
        publishBatch.add(input(1));
        assertThat(publishBatch.isDue()).isFalse();
        clock.millis = 50;
        assertThat(publishBatch.isDue()).isTrue();
    }

    @Test
    void whatIsTakenIsGoneAndCountsNoMore() {
        PreparedInput first = input(99);
        publishBatch.add(first);
        assertThat(publishBatch.takeAll()).containsExactly(first);
        assertThat(publishBatch.takeAll()).isEmpty();
        publishBatch.add(input(99));
        assertThat(publishBatch.isDue()).isFalse();
    }

    private static PreparedInput input(int bytes) {
        return new PreparedInput(
                "news/a.txt",
                Optional.of(new PublishOutcome("news/a.txt", PublishOutcome.InputOutcome.PUBLISHED, 1, "", "")),
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
