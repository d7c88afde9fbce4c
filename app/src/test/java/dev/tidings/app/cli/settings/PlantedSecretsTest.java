package dev.tidings.app.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are planted wherever settings come from, and looked for in all that commands write. */
class PlantedSecretsTest {

    private static final String PLANTED = "xyzzy-";

    @TempDir
    Path directory;

    private Map<String, String> environment;

    @BeforeEach
    void plant() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), PLANTED + "file\n");
        Files.writeString(directory.resolve("tidings.properties"), """
                bootstrap.servers=127.0.0.1:1
                connect.timeout.ms=200
                start.timeout=PT0.2S
                schema.registry.url=http://news:xyzzy-url@127.0.0.1:1/
                registry.max.retries=0
                registry.basic.auth.user.info=news:xyzzy-user
                kafka.foo.api.key=xyzzy-api
                kafka.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\
                  username="news" password="xyzzy-jaas";
                """);
        environment = Map.of(
                "TIDINGS_KAFKA_SSL_KEY_PASSWORD_FILE",
                file.toString(),
                "TIDINGS_REGISTRY_BEARER_AUTH_TOKEN",
                PLANTED + "token");
        Files.createDirectories(directory.resolve("news"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config",
                "config -o json",
                "doctor",
                "doctor -o json",
                "topics",
                "status",
                "dlq list",
                "streams",
                "sink",
                "subscribe",
                "publish news",
                "replay --name r",
                "replay list",
                "--debug topics",
                "--debug streams"
            })
    void noCommandWritesASecret(String command) {
        assertThatNothingIsTold(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.ssl.keystore.password=xyzzy-flag -X kafka.security.protocol=SSL"
                        + " -X kafka.ssl.keystore.location=/none.jks",
                "kafka.sasl.jaas.config=xyzzy-flag -X kafka.security.protocol=SASL_SSL",
                "kafka.request.timeout.ms=fast -X kafka.ssl.key.password=xyzzy-flag",
                "registry.schema.registry.ssl.truststore.password=xyzzy-flag"
                        + " -X registry.schema.registry.ssl.truststore.location=/none.jks",
                "store=postgres://news:xyzzy-flag@db/news",
                "bootstrap.servers= -X schema.registry.url=http://news:xyzzy-flag@127.0.0.1:1/"
            })
    void noMessageOfWrongSettingsTellsASecret(String settings) {
        for (String command : List.of("topics", "sink", "doctor", "--debug streams")) {
            assertThatNothingIsTold(command + " -X " + settings);
        }
    }

    @Test
    void aMissingKeyStoreIsASentenceWithTheSettingThatNamesIt() {
        CommandRun run = run("topics -X kafka.security.protocol=SSL -X kafka.ssl.truststore.location=/none.jks");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("there is no file /none.jks: set kafka.ssl.truststore.location");
    }

    private void assertThatNothingIsTold(String command) {
        CommandRun run = run(command);

        assertThat(run.out() + run.err()).as(command).isNotBlank().doesNotContain(PLANTED);
    }

    private CommandRun run(String command) {
        List<String> arguments = new ArrayList<>(Arrays.asList(command.split(" ")));
        return CommandRun.in(directory, environment, arguments.toArray(String[]::new));
    }
}
