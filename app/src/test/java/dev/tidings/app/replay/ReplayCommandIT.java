package dev.tidings.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The life of a run as a person leads it, on the live topics, where other tests publish too. */
@ExtendWith(LocalStackExtension.class)
class ReplayCommandIT {

    @TempDir
    Path directory;

    private LocalStack stack;

    @BeforeEach
    void publish(LocalStack shared) {
        stack = shared;
        Path seeds = Installation.currentInstallation().home().resolve("seeds");
        CommandRun published = run("publish", seeds.toString(), "--source", "replayed");
        assertThat(published.exit()).as(published.err()).isZero();
    }

    @Test
    void aRunIsMadeListedToldAgainKeptFromBeingAnotherAndDropped(Settings settings) {
        CommandRun first = run("replay", "--name", "cli", "-o", "json");
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err()).contains("run cli: the beginning to the end, warm-up from the beginning");
        assertThat(first.json().get("state").asText()).isEqualTo("DONE");
        assertThat(first.json().get("recordCounts").get("enriched").asLong()).isPositive();
        assertThat(first.json().get("versions").get("deduplicate").asText()).isNotEmpty();
        String hash = first.json().get("outputSha256").asText();
        assertThat(hash).matches("[0-9a-f]{64}");

        CommandRun again = run("replay", "--name", "cli");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("settings             dedup.window.exact=", " dedup.window.near=");
        assertThat(again.lines()).contains("output sha256        " + hash);

        CommandRun other = run("replay", "--name", "cli", "--from", "2020-01-01");
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err().lines())
                .singleElement()
                .asString()
                .startsWith("tidings: run cli is from the beginning")
                .endsWith("give this one another --name, or 'tidings replay drop cli' first");

        CommandRun otherSettings = run("replay", "--name", "cli", "-X", "dedup.window.near=P1D");
        assertThat(otherSettings.exit()).isEqualTo(2);
        assertThat(otherSettings.err())
                .startsWith("tidings: run cli was done with other versions or settings (dedup.window.near ")
                .endsWith(", now PT24H); give this one another --name, or 'tidings replay drop cli' first\n");

        assertThat(listed()).anySatisfy(row -> {
            assertThat(row.get("run").get("name").asText()).isEqualTo("cli");
            assertThat(row.get("share").asDouble()).isEqualTo(1);
        });
        assertThat(ofTheRun(settings)).isNotEmpty();

        CommandRun drop = run("replay", "drop", "cli");
        assertThat(drop.exit()).as(drop.err()).isZero();
        assertThat(ofTheRun(settings)).isEmpty();
        assertThat(directory.resolve("data/replay/cli")).doesNotExist();
        assertThat(Files.exists(directory.resolve("data"))).isTrue();
        assertThat(listed())
                .noneMatch(row -> row.get("run").get("name").asText().equals("cli"));
        assertThat(run("replay", "drop", "cli").err())
                .isEqualTo("tidings: there is no run cli; 'tidings replay list' shows which there are\n");
    }

    private List<JsonNode> listed() {
        CommandRun list = run("replay", "list", "-o", "json");
        assertThat(list.exit()).as(list.err()).isZero();
        return StreamSupport.stream(list.json().spliterator(), false).toList();
    }

    /** Names of topics and groups that the broker has for the run. */
    private static List<String> ofTheRun(Settings settings) {
        List<String> names = new ArrayList<>();
        try (TopicAdmin broker = new TopicAdmin(settings)) {
            names.addAll(broker.awaitAnswer(broker.adminClient().listTopics().names()));
            broker.awaitAnswer(broker.adminClient().listGroups().all()).forEach(group -> names.add(group.groupId()));
        }
        return names.stream()
                .filter(name -> name.startsWith("tidings.replay.cli.") || name.startsWith("tidings-replay-cli-"))
                .toList();
    }

    private CommandRun run(String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        LocalStackExtension.flags(stack).forEach((key, value) -> line.addAll(List.of("-X", key + "=" + value)));
        line.addAll(List.of("--data", directory.resolve("data").toString()));
        return CommandRun.in(directory, line.toArray(String[]::new));
    }
}
