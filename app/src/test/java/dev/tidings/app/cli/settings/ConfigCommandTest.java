package dev.tidings.app.cli.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.app.cli.CommandProcess;
import dev.tidings.app.cli.CommandRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("TIDINGS_TOPIC_PARTITIONS", "6");

    /** Takes nothing, as a full disk. */
    private static final File FULL = new File("/dev/full");

    @TempDir
    Path directory;

    @Test
    @EnabledIf("isThereAFullDevice")
    void whatItWritesOntoAFullDiskIsAFailureAndNotHalfAnAnswer() throws Exception {
        Process config = CommandProcess.of(directory, List.of("config"))
                .redirectOutput(FULL)
                .start();
        String said = new String(config.getErrorStream().readAllBytes(), UTF_8);

        assertThat(config.waitFor()).isEqualTo(1);
        assertThat(said).isEqualTo("tidings: the output is not whole: No space left on device\n");
    }

    static boolean isThereAFullDevice() {
        return FULL.exists();
    }

    @Test
    void aSettingThatNobodyGaveHasItsDefault() {
        assertSetting(CommandRun.in(directory, "config", "-o", "json"), "topic.partitions", "4", "default");
    }

    @Test
    void theFileInTheFolderIsStrongerThanTheDefault() throws IOException {
        Path file = file("tidings.properties", "topic.partitions=5");

        assertSetting(CommandRun.in(directory, "config", "-o", "json"), "topic.partitions", "5", file.toString());
    }

    @Test
    void theNamedFileReplacesTheOneInTheFolder() throws IOException {
        file("tidings.properties", "topic.partitions=5");
        Path named = file("other name.properties", "topic.partitions=7");

        CommandRun byOption = CommandRun.in(directory, "config", "-o", "json", "--config", "other name.properties");
        CommandRun byVariable =
                CommandRun.in(directory, Map.of("TIDINGS_CONFIG", named.toString()), "config", "-o", "json");

        assertSetting(byOption, "topic.partitions", "7", named.toString());
        assertSetting(byVariable, "topic.partitions", "7", named.toString());
    }

    @Test
    void theEnvironmentIsStrongerThanTheFile() throws IOException {
        file("tidings.properties", "topic.partitions=5");

        CommandRun run = CommandRun.in(directory, ENVIRONMENT, "config", "-o", "json");

        assertSetting(run, "topic.partitions", "6", "TIDINGS_TOPIC_PARTITIONS");
    }

    @Test
    void aFlagIsStrongerThanAll() {
        CommandRun run = CommandRun.in(directory, ENVIRONMENT, "config", "-o", "json", "-X", "topic.partitions=8");

        assertSetting(run, "topic.partitions", "8", "flag");
    }

    @Test
    void theOptionsOfTheConnectionAreSettings() {
        CommandRun run = CommandRun.in(
                directory, "config", "-o", "json", "-b", "k:1", "--registry", "http://r:2", "--data", "/srv/news");

        assertSetting(run, "bootstrap.servers", "k:1", "flag");
        assertSetting(run, "schema.registry.url", "http://r:2", "flag");
        assertSetting(run, "data.dir", "/srv/news", "flag");
    }

    @Test
    void keysOfTheClientsPassThroughAndSecretsAreMasked() throws IOException {
        file("tidings.properties", "kafka.security.protocol=SSL\nkafka.ssl.key.password=hunter2");

        CommandRun run = CommandRun.in(directory, "config", "-o", "jsonl");

        assertThat(run.out())
                .contains("\"kafka.security.protocol\",\"value\":\"SSL\"")
                .doesNotContain("hunter2");
        assertThat(run.out()).contains("\"kafka.ssl.key.password\",\"value\":\"****\"");
    }

    @Test
    void theTableShowsEverySettingWithItsMeaning() {
        CommandRun run = CommandRun.in(directory, "config");

        assertThat(run.exit()).isZero();
        assertThat(run.lines().get(0)).matches("SETTING +VALUE +ORIGIN +MEANING");
        assertThat(run.lines()).anyMatch(line -> line.matches("max.article.bytes +4194304 +default +Largest .*"));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static void assertSetting(CommandRun run, String key, String value, String origin) {
        assertThat(run.err()).isEmpty();
        JsonNode setting = StreamSupport.stream(run.json().spliterator(), false)
                .filter(node -> node.get("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(setting.get("value").asText()).isEqualTo(value);
        assertThat(setting.get("origin").asText()).isEqualTo(origin);
    }
}
