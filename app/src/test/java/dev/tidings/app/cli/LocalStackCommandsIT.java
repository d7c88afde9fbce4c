package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackCommandsIT {
    @TempDir
    Path directory;

    @AfterEach
    void down() {
        run("down");
    }

    @Test
    void upStartsAStackThatTheOtherCommandsFindAndDownStopsIt() {
        CommandRun up = run("up", "-o", "json");
        assertThat(up.exit()).as(up.err()).isZero();
        assertThat(up.json()).extracting(part -> part.get("name").asText()).contains("broker", "registry");
        String broker = addressOf("broker", up.json());

        assertThat(run("topics", "-o", "json").json())
                .hasSize(9)
                .allMatch(topic -> topic.get("exists").asBoolean())
                .anyMatch(topic -> topic.get("topic").asText().equals("tidings.analysed")
                        && topic.get("partitions").asInt() == 1
                        && topic.get("retentionMs").asLong() == -1);
        assertThat(run("config").out()).containsPattern("bootstrap.servers +" + broker + " +local stack");
        CommandRun doctor = run("doctor", "-o", "json");
        assertThat(doctor.exit()).as(doctor.out()).isZero();
        assertThat(doctor.json())
                .noneMatch(finding -> finding.get("state").asText().equals("fail"));

        CommandRun again = run("up", "-o", "json");
        assertThat(again.json()).isEqualTo(up.json());
        assertThat(again.err()).isEqualTo("the local stack is running already\n");

        assertThat(run("down").err()).startsWith("stopped: ").contains("broker", "registry");
        assertThat(run("down").err()).startsWith("nothing was running in ");
        assertThat(run("doctor", "-b", broker).exit()).isEqualTo(4);
    }

    @Test
    void upLeavesTheClusterOfTheEnvironmentAlone() {
        CommandRun up = CommandRun.in(
                directory,
                Map.of("TIDINGS_BOOTSTRAP_SERVERS", "127.0.0.1:1", "TIDINGS_SCHEMA_REGISTRY_URL", "http://127.0.0.1:1"),
                "up",
                "--data",
                directory.toString());

        assertThat(up.exit()).as(up.err()).isZero();
        assertThat(run("topics", "-o", "json").json())
                .allMatch(topic -> topic.get("exists").asBoolean());
    }

    @Test
    void theDoctorNamesWhatIsMissingAndTheFix() {
        CommandRun doctor = run("doctor", "-b", "127.0.0.1:1", "--registry", "http://127.0.0.1:1");

        assertThat(doctor.exit()).isEqualTo(4);
        assertThat(doctor.lines())
                .anyMatch(line -> line.matches("broker +fail +no answer from 127.0.0.1:1 +start it with .*"))
                .anyMatch(line -> line.matches("registry +fail +no answer from http://127.0.0.1:1 +start it with .*"))
                .anyMatch(line -> line.matches("java +ok +.*"));
    }

    private CommandRun run(String command, String... arguments) {
        String[] line = new String[arguments.length + 3];
        line[0] = command;
        line[1] = "--data";
        line[2] = directory.toString();
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        return CommandRun.in(directory, line);
    }

    private static String addressOf(String part, JsonNode parts) {
        for (JsonNode node : parts) {
            if (node.get("name").asText().equals(part)) {
                return node.get("address").asText();
            }
        }
        throw new AssertionError("no " + part + " in " + parts);
    }
}
