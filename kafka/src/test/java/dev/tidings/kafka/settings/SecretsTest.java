package dev.tidings.kafka.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.sasl.jaas.config",
                "kafka.ssl.keystore.password",
                "kafka.ssl.key.password",
                "kafka.ssl.keystore.key",
                "kafka.foo.api.key",
                "kafka.client-key",
                "registry.basic.auth.user.info",
                "registry.bearer.auth.token",
                "kafka.sasl.oauthbearer.client.credentials.client.secret"
            })
    void theNameOfASettingTellsThatItsValueIsASecret(String key) {
        assertThat(Secrets.isSecret(key)).isTrue();
        assertThat(Secrets.maskValue(key, "hunter2")).isEqualTo("****");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.ssl.keystore.location",
                "kafka.key.serializer",
                "kafka.sasl.oauthbearer.token.endpoint.url",
                "registry.basic.auth.credentials.source",
                "kafka.ssl.truststore.type",
                "topic.partitions"
            })
    void whatOnlySaysWhereASecretIsIsNone(String key) {
        assertThat(Secrets.maskValue(key, "shown")).isEqualTo("shown");
    }

    @Test
    void anAddressIsShownWithoutUserAndPassword() {
        assertThat(Secrets.maskAddress("no answer from https://user:hunter2@registry:8081/x, http://a@b"))
                .isEqualTo("no answer from https://****@registry:8081/x, http://****@b");
    }

    @Test
    void ofALoginThePasswordIsASecretByItself() {
        assertThat(Secrets.secretTexts(
                        "kafka.sasl.jaas.config", "Login required username=\"publish\" password=\"hunter2\";"))
                .contains("hunter2")
                .doesNotContain("publish");
        assertThat(Secrets.secretTexts(
                        "kafka.sasl.jaas.config", "Login required clientSecret='s3cret' password=plain;"))
                .contains("s3cret", "plain");
        assertThat(Secrets.secretTexts("schema.registry.url", "http://me:hunter2@registry/"))
                .contains("hunter2", "me:hunter2");
        assertThat(Secrets.secretTexts("registry.basic.auth.user.info", "me:hunter2"))
                .contains("hunter2");
        assertThat(Secrets.secretTexts("bootstrap.servers", "kafka:9092")).isEmpty();
    }

    @Test
    void aVariableCanNameTheFileOfASecret() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "hunter2\n");

        Settings settings = settings(Map.of("TIDINGS_KAFKA_SSL_KEYSTORE_PASSWORD_FILE", file.toString()));

        assertThat(settings.kafkaConfig()).containsEntry("ssl.keystore.password", "hunter2");
        assertThat(settings.secretTexts()).contains("hunter2");
        assertThat(settings.allValues())
                .filteredOn(value -> value.key().equals("kafka.ssl.keystore.password"))
                .extracting(SettingValue::value)
                .containsExactly("****");
    }

    @Test
    void aFileThatIsMissingOrASecretThatIsGivenTwiceIsRefused() {
        assertThatThrownBy(() -> settings(Map.of("TIDINGS_KAFKA_SSL_KEYSTORE_PASSWORD_FILE", "/none")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("the file /none that TIDINGS_KAFKA_SSL_KEYSTORE_PASSWORD_FILE names cannot be read"
                        + " (NoSuchFileException); check its name and rights");
        assertThatThrownBy(() -> settings(Map.of("TIDINGS_STORE", "sqlite:a", "TIDINGS_STORE_FILE", "/none")))
                .hasMessage("TIDINGS_STORE and TIDINGS_STORE_FILE are both set; leave one out");
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.resolveAll(
                List.of(),
                new SettingSources(Map.of("bootstrap.servers", "kafka:9092"), environment, Map.of(), "", Map.of()));
    }
}
