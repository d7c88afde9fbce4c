package dev.tidings.app.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ServiceLogTest {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tidings.test");

    @TempDir
    private Path folder;

    @Test
    void everyLineIsAnObjectWhateverAStrangerWroteIntoIt() throws IOException {
        try (ServiceLog log = ServiceLog.begin(settings(Map.of("log.format", "json")))) {
            LOG.warn("dead letter {}", "a\"b\nc\u001b[31m");
            PrintWriter voice = log.voiceOf("streams").orElseThrow();
            voice.println("streams is ready");
            log.noteFailure("streams", "it stops: \u0633\u0644\u0627\u0645");
        }
        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(3);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("level").asText()).isEqualTo("WARN");
        assertThat(first.get("formattedMessage").asText()).isEqualTo("dead letter a\"b\nc\u001b[31m");
        assertThat(first.get("timestamp").asLong()).isPositive();
        JsonNode second = new ObjectMapper().readTree(lines.get(1));
        assertThat(second.get("loggerName").asText()).isEqualTo("dev.tidings.streams");
        assertThat(second.get("formattedMessage").asText()).isEqualTo("streams is ready");
        assertThat(new ObjectMapper()
                        .readTree(lines.get(2))
                        .get("formattedMessage")
                        .asText())
                .isEqualTo("it stops: \u0633\u0644\u0627\u0645");
    }

    @Test
    void aFileOfTextHasDateAndZoneAndNoLineOfAStrangers() throws IOException {
        try (ServiceLog log = ServiceLog.begin(settings(Map.of()))) {
            assertThat(log.voiceOf("sink")).isPresent();
            LOG.warn("one\nline");
        }
        assertThat(Files.readString(file()))
                .matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z WARN  dev\\.tidings\\.test - one_line\n");
    }

    @Test
    void aFullFileIsKeptUnderANumberAndTheEldestGoes() throws IOException {
        Map<String, String> small = Map.of("log.max.bytes", "1000", "log.files", "2");
        for (int start = 0; start < 4; start++) {
            try (ServiceLog log = ServiceLog.begin(settings(small))) {
                assertThat(log.voiceOf("sink")).isPresent();
                LOG.warn("start {}", start);
                for (int i = 0; i < 20; i++) {
                    LOG.warn("a line of some length, so that the file is full before long: {}", "x".repeat(100));
                }
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("service.log", "service.log.1", "service.log.2");
        }
        assertThat(file()).content().contains("start 3");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAtTheStart() throws IOException {
        Files.createDirectory(file());
        assertThatThrownBy(() -> ServiceLog.begin(settings(Map.of())))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("log.file = " + file() + " cannot be written");
    }

    @Test
    void withoutSettingsNothingChanges() {
        try (ServiceLog log = ServiceLog.begin(settings(Map.of("log.file", "")))) {
            assertThat(log.voiceOf("sink")).isEmpty();
        }
    }

    private Path file() {
        return folder.resolve("service.log");
    }

    private Settings settings(Map<String, String> given) {
        Map<String, String> flags = new HashMap<>(Map.of("log.file", file().toString()));
        flags.putAll(given);
        return Settings.resolveAll(LogSettings.ALL, SettingSources.of(flags));
    }
}
