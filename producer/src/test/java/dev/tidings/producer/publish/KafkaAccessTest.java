package dev.tidings.producer.publish;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaAccessTest {

    @ParameterizedTest
    @CsvSource({"kafka.acks,1", "kafka.acks,0", "kafka.enable.idempotence,false"})
    void aSettingThatWouldLoseOrDoubleIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> access(key, value).openProducer("id"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(key + " = " + value);
    }

    @Test
    void aReaderOfUncommittedRecordsIsRefused() {
        assertThatThrownBy(() ->
                        access("kafka.isolation.level", "read_uncommitted").openConsumer())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("read_committed");
    }

    @Test
    void theSameValueInOtherWordsAndLimitsMayBeGiven() {
        assertThatCode(() -> access("kafka.acks", "-1").openProducer("id").close(Duration.ZERO))
                .doesNotThrowAnyException();
        assertThatCode(() -> access("kafka.linger.ms", "20").openProducer("id").close(Duration.ZERO))
                .doesNotThrowAnyException();
    }

    @Test
    void whatKafkaItselfRefusesIsToldInOneLine() {
        assertThatThrownBy(() -> access("kafka.linger.ms", "soon").openProducer("id"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("linger.ms");
    }

    private static KafkaAccess access(String key, String value) {
        Settings settings = Settings.resolveAll(
                PublishSettings.ALL,
                SettingSources.of(
                        Map.of(key, value, "schema.registry.url", "mock://a", "bootstrap.servers", "127.0.0.1:1")));
        return new KafkaAccess(
                settings,
                Topics.of(Topics.DEFAULT_PREFIX),
                new AvroSerdes(settings.registryConfig()),
                ArticleLimit.of(settings));
    }
}
