package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.tidings.app.cli.console.ErrorMessagesRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class MessagesTest {
    @TempDir
    Path directory;

    @AfterEach
    void quiet() {
        for (String name : new String[] {org.slf4j.Logger.ROOT_LOGGER_NAME, "org.apache.kafka", "dev.tidings"}) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.WARN);
        }
    }

    @Test
    void anUnknownOptionIsToldWithTheOneThatWasMeant() {
        assertUsage(
                CommandRun.in(directory, "topics", "--bootstrap-serve=x:1"),
                "tidings: unknown option --bootstrap-serve; did you mean --bootstrap-server?;"
                        + " see 'tidings topics --help'");
    }

    @Test
    void anUnknownCommandIsToldWithTheOneThatWasMeant() {
        assertUsage(
                CommandRun.in(directory, "topcs"),
                "tidings: unknown command topcs; did you mean topics?; see 'tidings --help'");
    }

    @Test
    void aNameThatIsNearToNothingGetsNoSuggestion() {
        assertUsage(CommandRun.in(directory, "up", "--bla"), "tidings: unknown option --bla; see 'tidings up --help'");
    }

    @Test
    void anArgumentTooManyIsTold() {
        assertUsage(
                CommandRun.in(directory, "config", "extra"),
                "tidings: unexpected argument extra; see 'tidings config --help'");
    }

    @Test
    void anUnknownSettingIsToldWithItsOriginAndTheOneThatWasMeant() {
        assertUsage(
                CommandRun.in(directory, Map.of("TIDINGS_TOPIC_PARTITION", "3"), "config"),
                "tidings: unknown setting topic.partition (TIDINGS_TOPIC_PARTITION); did you mean topic.partitions?;"
                        + " 'tidings config' lists all");
    }

    @Test
    void aWrongValueOfASettingIsToldWithWhatWasExpected() {
        assertUsage(
                CommandRun.in(directory, "config", "-X", "topic.partitions=many"),
                "tidings: topic.partitions = many (flag) is not valid: expected a whole number from 1 to 10000");
    }

    @Test
    void aSettingOfTheFirstVersionIsToldWithItsNewName() {
        assertUsage(
                CommandRun.in(directory, "config", "-X", "desk.window.story=P3D"),
                "tidings: unknown setting desk.window.story (flag); it is called stories.window now;"
                        + " 'tidings config' lists all");
    }

    @Test
    void aDataFolderOfTheFirstVersionIsToldWithTheWayOut() throws IOException {
        Path former = Files.createDirectories(directory.resolve("former/store")).resolveSibling("");
        String told = "tidings: the data folder " + former + " was made by Tidings 0.1, which this version cannot go on"
                + " with; move it away or set another (--data), and publish again";

        assertUsage(CommandRun.in(directory, "articles", "--data", former.toString()), told);
        CommandRun up = CommandRun.in(directory, "up", "--data", former.toString());
        assertThat(up.exit()).isEqualTo(2);
        assertThat(up.err().lines()).contains(told);
    }

    @Test
    void aMissingSettingsFileIsTold() {
        assertUsage(
                CommandRun.in(directory, "config", "--config", "none.properties"),
                "tidings: cannot read the settings file " + directory.resolve("none.properties")
                        + " (no such file); check --config");
    }

    @Test
    void anUnknownFormOfOutputIsToldWithTheKnownOnes() {
        CommandRun run = CommandRun.in(directory, "config", "-o", "xml");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("tidings: ").contains("xml", "TABLE, JSON, JSONL");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void aReplayTellsInOneLineWhatItNeeds() {
        assertUsage(
                CommandRun.in(directory, "replay"),
                "tidings: missing --name NAME, which names the run and its topics; see 'tidings replay --help'");
        assertUsage(
                CommandRun.in(directory, "replay", "--name", "May 2026"),
                "tidings: 'May 2026' is no name of a run: expected 1 to 40 of the characters a-z, 0-9 and '-'");
        assertUsage(
                CommandRun.in(directory, "replay", "--name", "may", "--from", "2026-05-02", "--to", "2026-05-01"),
                "tidings: --to 2026-05-01T00:00:00Z is not after --from 2026-05-02T00:00:00Z;"
                        + " the range holds the times from --from to just before --to");
    }

    @Test
    void aTimeOrAWarmUpThatIsNoneIsToldWithWhatWasExpected() {
        assertThat(CommandRun.in(directory, "replay", "--name", "may", "--from", "may")
                        .err())
                .startsWith("tidings: ")
                .contains("--from", "'may' is no time: expected 2026-05-01 or 2026-05-01T12:00:00Z");
        assertThat(CommandRun.in(directory, "replay", "--name", "may", "--warm-up", "-P1D")
                        .err())
                .startsWith("tidings: ")
                .contains("--warm-up", "expected a duration as P30D, or beginning");
    }

    @Test
    void aDeadBrokerIsOneLineAndExitCodeFour() {
        CommandRun run = CommandRun.in(directory, "topics", "-b", "127.0.0.1:1", "-X", "connect.timeout.ms=300");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("tidings: Kafka at 127.0.0.1:1 does not answer;"
                        + " start it with 'tidings up' or set --bootstrap-server\n");
    }

    @Test
    void withDebugTheStackTraceComesToo() {
        CommandRun run =
                CommandRun.in(directory, "--debug", "topics", "-b", "127.0.0.1:1", "-X", "connect.timeout.ms=300");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("\tat dev.tidings.").contains("tidings: Kafka at 127.0.0.1:1 does not answer");
    }

    @Test
    void anUnexpectedFailureIsOneLineThatPointsToDebug() {
        ErrorMessagesRun run = ErrorMessagesRun.of(new IllegalStateException("first\n  second"));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("tidings: unexpected java.lang.IllegalStateException: first second;"
                        + " run it again with --debug to see where\n");
    }

    private static void assertUsage(CommandRun run, String line) {
        assertThat(run.err()).isEqualTo(line + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }
}
