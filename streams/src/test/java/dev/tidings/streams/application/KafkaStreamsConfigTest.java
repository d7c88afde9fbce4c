package dev.tidings.streams.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.streams.topology.TopologyDefinition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaStreamsConfigTest {

    @Test
    void theDefaultsLoseNothing() {
        Properties config = config(Map.of());
        assertThat(config)
                .containsEntry("application.id", "tidings-dedup")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("group.protocol", "classic")
                .containsEntry("main.consumer.group.instance.id", "main")
                .containsEntry("session.timeout.ms", 10_000)
                .containsEntry("commit.interval.ms", 500L)
                .containsEntry("poll.ms", 50L)
                .containsEntry("linger.ms", 100)
                .containsEntry("batch.size", 524_288)
                .containsEntry("compression.type", "lz4")
                .containsEntry("max.request.size", 16 * 1024 * 1024)
                .containsEntry("transaction.timeout.ms", 60_000)
                .containsEntry("statestore.cache.max.bytes", 0L)
                .containsEntry("enable.transactional.statestores", true)
                .containsEntry("statestore.uncommitted.max.bytes", 64L * 1024 * 1024)
                .containsEntry("topic.message.timestamp.after.max.ms", Long.MAX_VALUE)
                .containsEntry("replication.factor", -1)
                .containsEntry("ensure.explicit.internal.resource.naming", true)
                .containsEntry("num.stream.threads", 1)
                .containsEntry("rocksdb.config.setter", "its own");
        assertThat(config.get("state.dir"))
                .isEqualTo(Path.of(".tidings/state/main").toAbsolutePath().toString());
    }

    @Test
    void kafkaTakesThemAll() {
        Properties config = config(Map.of());
        config.remove("rocksdb.config.setter");
        StreamsConfig streams = new StreamsConfig(config);
        Map<String, Object> consumer = streams.getMainConsumerConfigs("group", "client", 2);
        assertThat(consumer)
                .containsEntry("group.instance.id", "main-2")
                .containsEntry("session.timeout.ms", 10_000)
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("allow.auto.create.topics", "false");
        assertThat(streams.getProducerConfigs("client"))
                .containsEntry("linger.ms", 100)
                .containsEntry("enable.idempotence", true)
                .containsEntry("transaction.timeout.ms", 60_000);
        assertThat(streams.getRestoreConsumerConfigs("client")).doesNotContainKey("group.instance.id");
    }

    @Test
    void theInstanceNamesMemberAndFolder() {
        Properties config = config(Map.of("streams.instance", "b", "data.dir", "/tmp/tidings-data"));
        assertThat(config)
                .containsEntry("main.consumer.group.instance.id", "b")
                .containsEntry("state.dir", "/tmp/tidings-data/state/b");
    }

    @Test
    void kafkaSettingsPassThroughAndWin() {
        Properties config = config(Map.of("kafka.security.protocol", "SSL", "kafka.linger.ms", "5"));
        assertThat(config).containsEntry("security.protocol", "SSL").containsEntry("linger.ms", "5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.processing.guarantee",
                "kafka.application.id",
                "kafka.producer.acks",
                "kafka.main.consumer.group.instance.id",
                "kafka.processing.exception.handler"
            })
    void whatTheGuaranteesRestOnCannotBeChanged(String key) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> config(Map.of(key, "x")))
                .withMessageContaining(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..\u0000", "ä"})
    void anInstanceNameIsSafeAsAFolder(String name) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> config(Map.of("streams.instance", name)))
                .withMessageContaining("streams.instance");
    }

    @Test
    void aCommitIntervalLongerThanATransactionIsRefusedUnlessThereAreNone() {
        Map<String, String> minute = new HashMap<>(Map.of("streams.commit.interval", "PT1M"));
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> config(minute))
                .withMessageContaining("streams.commit.interval");
        minute.put("streams.guarantee", "at_least_once");
        assertThat(config(minute))
                .containsEntry("commit.interval.ms", 60_000L)
                .containsEntry("processing.guarantee", "at_least_once");
    }

    private static Properties config(Map<String, String> flags) {
        Map<String, String> all =
                new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:1", "schema.registry.url", "http://127.0.0.1:1"));
        all.putAll(flags);
        Settings settings = Settings.resolveAll(StreamsSettings.ALL, SettingSources.of(all));
        return new KafkaStreamsConfig(settings).configOf(new DedupDefinition(), "tidings-");
    }

    private static final class DedupDefinition implements TopologyDefinition {

        @Override
        public String name() {
            return "dedup";
        }

        @Override
        public Topology build() {
            return new Topology();
        }

        @Override
        public Map<String, Object> kafkaStreamsConfig() {
            return Map.of("rocksdb.config.setter", "its own");
        }
    }
}
