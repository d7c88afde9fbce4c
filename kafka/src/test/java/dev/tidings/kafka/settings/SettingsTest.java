package dev.tidings.kafka.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Setting<Long> THREADS =
            new Setting<>("streams.threads", SettingType.number(1, 64), "2", "Threads of analyse");

    @Test
    void takesTheFlagBeforeTheEnvironmentBeforeTheFileBeforeTheStackBeforeTheDefault() {
        Map<String, String> flag = Map.of("streams.threads", "3");
        Map<String, String> variable = Map.of("TIDINGS_STREAMS_THREADS", "4");
        Map<String, String> file = Map.of("streams.threads", "5");
        Map<String, String> stack = Map.of("streams.threads", "6");
        Map<String, String> none = Map.of();

        assertThat(threads(flag, variable, file, stack)).isEqualTo(3);
        assertThat(threads(none, variable, file, stack)).isEqualTo(4);
        assertThat(threads(none, none, file, stack)).isEqualTo(5);
        assertThat(threads(none, none, none, stack)).isEqualTo(6);
        assertThat(threads(none, none, none, none)).isEqualTo(2);
    }

    @Test
    void namesKeyValueOriginAndWhatWasExpected() {
        assertThatThrownBy(() -> resolve(Map.of("streams.threads", "many")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("streams.threads = many (flag) is not valid: expected a whole number from 1 to 64");
    }

    @Test
    void suggestsTheSettingThatWasMeant() {
        assertThatThrownBy(() -> resolve(Map.of("stream.threads", "2")))
                .hasMessageContaining("unknown setting stream.threads")
                .hasMessageContaining("did you mean streams.threads?");
    }

    @ParameterizedTest
    @CsvSource({
        "desk.window.near, dedup.window.near",
        "desk.window.exact, dedup.window.exact",
        "desk.window.story, stories.window"
    })
    void saysWhatASettingOfTheFirstVersionIsCalledNow(String former, String name) {
        assertThatThrownBy(() -> resolve(Map.of(former, "P7D")))
                .hasMessageContaining("unknown setting " + former)
                .hasMessageContaining("it is called " + name + " now");
    }

    @Test
    void namesTheTopicsOfAnInstallation() {
        Settings settings = resolve(Map.of("topic.prefix", "news-b", "topic.partitions", "7"));

        assertThat(ConnectionSettings.topics(settings).raw().name()).isEqualTo("news-b.raw");
        assertThat(ConnectionSettings.topics(settings).raw().partitions()).isEqualTo(7);
        assertThatThrownBy(() -> resolve(Map.of("topic.prefix", "News B")))
                .hasMessageContaining("topic.prefix = News B (flag) is not valid: expected 1 to 100 of the characters");
    }

    @Test
    void refusesAnUnknownVariableOfItsOwnButNotThatOfOthers() {
        SettingSources own = new SettingSources(Map.of(), Map.of("TIDINGS_THREADZ", "1"), Map.of(), "", Map.of());
        SettingSources others = new SettingSources(Map.of(), Map.of("PATH", "/bin"), Map.of(), "", Map.of());

        assertThatThrownBy(() -> Settings.resolveAll(List.of(THREADS), own)).hasMessageContaining("threadz");
        assertThat(Settings.resolveAll(List.of(THREADS), others).get(THREADS)).isEqualTo(2);
    }

    @Test
    void passesKafkaAndRegistryKeysThrough() {
        Settings settings = resolve(Map.of(
                "bootstrap.servers", "broker:9093",
                "schema.registry.url", "http://registry:8081",
                "kafka.security.protocol", "SASL_SSL",
                "registry.basic.auth.credentials.source", "USER_INFO"));

        assertThat(settings.kafkaConfig())
                .containsEntry("bootstrap.servers", "broker:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .doesNotContainKey("basic.auth.credentials.source");
        assertThat(settings.registryConfig())
                .containsEntry("basic.auth.credentials.source", "USER_INFO")
                .containsKey("schema.registry.url");
    }

    @Test
    void readsAPassedThroughKeyFromTheEnvironment() {
        SettingSources sources = new SettingSources(
                Map.of("bootstrap.servers", "broker:9093"),
                Map.of("TIDINGS_KAFKA_SSL_TRUSTSTORE_LOCATION", "/t.jks"),
                Map.of(),
                "",
                Map.of());

        assertThat(Settings.resolveAll(List.of(), sources).kafkaConfig())
                .containsEntry("ssl.truststore.location", "/t.jks");
    }

    @Test
    void showsNoSecret() {
        Settings settings = resolve(Map.of(
                "kafka.ssl.key.password", "hunter2",
                "kafka.sasl.jaas.config", "… password=hunter2",
                "schema.registry.url", "https://me:hunter2@registry"));

        assertThat(settings.allValues()).extracting(SettingValue::value).noneMatch(value -> value.contains("hunter2"));
    }

    @Test
    void listsEverySettingWithItsOrigin() {
        assertThat(resolve(Map.of("streams.threads", "3")).allValues())
                .extracting(SettingValue::key, SettingValue::value, SettingValue::origin)
                .contains(org.assertj.core.groups.Tuple.tuple("streams.threads", "3", "flag"))
                .contains(org.assertj.core.groups.Tuple.tuple("bootstrap.servers", "", "default"));
    }

    @Test
    void noAddressIsGuessedWhereNobodyGaveOne() {
        Settings settings = resolve(Map.of("data.dir", "/srv/news"));

        assertThatThrownBy(settings::kafkaConfig)
                .isInstanceOf(MissingAddressException.class)
                .hasMessage("no Kafka runs in /srv/news, and no address is set; start it with 'tidings up', or set"
                        + " --bootstrap-server (bootstrap.servers)");
        assertThatThrownBy(settings::registryConfig)
                .isInstanceOf(MissingAddressException.class)
                .hasMessage("no schema registry runs in /srv/news, and no address is set; start it with 'tidings up',"
                        + " or set --registry (schema.registry.url)");
    }

    @Test
    void aClientsOwnKeyDoesNotStandForAnAddress() {
        assertThatThrownBy(
                        () -> resolve(Map.of("kafka.bootstrap.servers", "k:1")).kafkaConfig())
                .isInstanceOf(MissingAddressException.class);
    }

    @Test
    void halfAClusterIsToldFromNone() {
        assertThatThrownBy(() -> resolve(Map.of("bootstrap.servers", "k:1")).registryConfig())
                .isInstanceOf(MissingAddressException.class)
                .hasMessage("no schema registry goes with the Kafka at k:1; name both, as they belong to one cluster"
                        + " (--bootstrap-server, --registry), or neither, for the local stack");
    }

    @Test
    void whatTheEnvironmentDoesNotTellAnotherProcessIsHandedOn() {
        SettingSources sources = new SettingSources(
                Map.of("streams.threads", "3"),
                Map.of("TIDINGS_KAFKA_SSL_KEY_PASSWORD", "hunter2", "TIDINGS_TOPIC_PARTITIONS", "5"),
                Map.of("streams.threads", "5", "topic.partitions", "6", "kafka.security.protocol", "SSL"),
                "/etc/tidings.properties",
                Map.of("bootstrap.servers", "k:1"));

        assertThat(Settings.resolveAll(List.of(THREADS), sources).givenTexts())
                .isEqualTo(Map.of("streams.threads", "3", "kafka.security.protocol", "SSL"));
    }

    @Test
    void aDurationThatReachesBeyondWhatKafkaCanHoldIsRefused() {
        Setting<java.time.Duration> window = new Setting<>("window", SettingType.DURATION, "P7D", "A window");

        assertThatThrownBy(
                        () -> Settings.resolveAll(List.of(window), SettingSources.of(Map.of("window", "P999999999D"))))
                .hasMessage(
                        "window = P999999999D (flag) is not valid: expected a positive ISO 8601 duration like P7D or"
                                + " PT0.05S, at most P36500D");
    }

    private static Settings resolve(Map<String, String> flags) {
        return Settings.resolveAll(List.of(THREADS), SettingSources.of(flags));
    }

    private static long threads(
            Map<String, String> flags, Map<String, String> env, Map<String, String> file, Map<String, String> stack) {
        return Settings.resolveAll(List.of(THREADS), new SettingSources(flags, env, file, "f.properties", stack))
                .get(THREADS);
    }
}
