package dev.tidings.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.app.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the processes that {@code tidings up} starts, and with the commands that find, examine and stop them. */
class LocalStackEndToEndIT extends EndToEnd {

    /** A cluster that the environment names is left alone by {@code up}. */
    private static final Map<String, String> ELSEWHERE =
            Map.of("TIDINGS_BOOTSTRAP_SERVERS", "127.0.0.1:1", "TIDINGS_SCHEMA_REGISTRY_URL", "http://127.0.0.1:1");

    @TempDir
    static Path data;

    private static JsonNode parts;

    @BeforeAll
    static void startStack() throws IOException {
        Files.writeString(data.resolve("own.properties"), "sink.name = kept\n");
        CommandRun up = CommandRun.in(data, ELSEWHERE, up());
        assertThat(up.exit()).as(up.err()).isZero();
        parts = up.json();
    }

    @AfterAll
    static void downStopsEverythingAndTheSecondDownFindsNothing() {
        CommandRun down = command("down");
        CommandRun again = command("down");

        assertThat(down.err()).startsWith("stopped: ").contains("broker", "registry");
        assertThat(again.err()).startsWith("nothing was running in ");
        assertThat(command("doctor", "-b", addressOf("broker")).exit()).isEqualTo(4);
    }

    @Test
    void theOtherCommandsFindTheStack() {
        assertThat(parts).extracting(part -> part.get("name").asText()).contains("broker", "registry");
        assertThat(command("topics", "-o", "json").json())
                .hasSize(10)
                .allMatch(topic -> topic.get("exists").asBoolean())
                .anyMatch(topic -> topic.get("topic").asText().equals("tidings.analysed")
                        && topic.get("partitions").asInt() == 1
                        && topic.get("retentionMs").asLong() == -1);
        assertThat(command("config").out())
                .containsPattern("bootstrap.servers +" + addressOf("broker") + " +local stack");
        CommandRun doctor = command("doctor", "-o", "json");
        assertThat(doctor.exit()).as(doctor.out()).isZero();
        assertThat(doctor.json())
                .noneMatch(checkResult -> checkResult.get("state").asText().equals("fail"));
    }

    @Test
    void aSecondUpTellsTheSameAndThatItRunsAlready() {
        CommandRun again = CommandRun.in(data, up());

        assertThat(again.json()).isEqualTo(parts);
        assertThat(again.err()).isEqualTo("the local stack is running already\n");
    }

    @Test
    void whatIsGivenToUpReachesTheServicesButNotTheirArguments() throws Exception {
        assertThat(data.resolve("state/kept")).isDirectory();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", addressOf("broker")))) {
            assertThat(admin.listGroups().all().get())
                    .extracting(GroupListing::groupId)
                    .contains("tidings-kept");
        }
        assertThat(parts).hasSize(4).allSatisfy(part -> {
            ProcessHandle process = ProcessHandle.of(part.get("pid").asLong()).orElseThrow();
            assertThat(process.info().commandLine().orElseThrow()).doesNotContain("kept");
        });
        assertThat(Files.getPosixFilePermissions(data.resolve("run/sink.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whatIsGivenToASecondUpAndCannotReachTheServicesIsTold() {
        CommandRun again = command("up");

        assertThat(again.exit()).isZero();
        assertThat(again.err())
                .contains("sink runs with what was given at its start, not with what is given now (sink.name,"
                        + " streams.instance); 'tidings down', then 'tidings up' changes that");
    }

    @Test
    void theDoctorNamesWhatIsMissingAndTheFix() {
        CommandRun doctor = command("doctor", "-b", "127.0.0.1:1", "--registry", "http://127.0.0.1:1");

        assertThat(doctor.exit()).isEqualTo(4);
        assertThat(doctor.lines())
                .anyMatch(line -> line.matches("broker +fail +no answer from 127.0.0.1:1 +start it with .*"))
                .anyMatch(line -> line.matches(
                        "registry +fail +the schema registry at http://127.0.0.1:1 does not answer +start it with .*"))
                .anyMatch(line -> line.matches("java +ok +.*"));
    }

    @Override
    protected CommandRun run(String... command) {
        return command(command);
    }

    @Override
    protected String mounted(Path folder) {
        return folder.toString();
    }

    private static CommandRun command(String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--data", data.toString()));
        return CommandRun.in(data, line.toArray(String[]::new));
    }

    private static String[] up() {
        return new String[] {
            "up", "-o", "json", "--data", data.toString(), "--config", "own.properties", "-X", "streams.instance=kept"
        };
    }

    private static String addressOf(String name) {
        return StreamSupport.stream(parts.spliterator(), false)
                .filter(part -> part.get("name").asText().equals(name))
                .map(part -> part.get("address").asText())
                .findFirst()
                .orElseThrow();
    }
}
