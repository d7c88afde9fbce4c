package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.tidings.app.cli.console.ErrorMessagesRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "articles --follow       | unknown option --follow; it belongs to 'tidings subscribe'",
                "-X a=b articles         | unknown option -X; put it after the command",
                "dlq -o json list        | unknown option -o; put it after the command",
                "articles --language ckb | unknown option --language; did you mean --lang?",
                "stories --language ckb  | unknown option --language; did you mean --lang?",
                "subscribe --given-set x | unknown option --given-set",
                "list                    | unknown command list; did you mean 'tidings dlq list' or 'tidings replay list'?",
                "dlq articles            | unknown command articles; did you mean 'tidings articles' or"
                        + " 'tidings eval articles'?",
                "plubish                 | unknown command plubish; did you mean publish?",
                "art                     | unknown command art; did you mean articles?",
                "start                   | unknown command start",
                "bench-publishr          | unknown command bench-publishr; did you mean bench?",
            })
    void whatWasMeantIsLookedForInAllCommands(String typed, String told) {
        CommandRun run = CommandRun.in(directory, typed.split(" "));

        assertThat(run.err()).startsWith("tidings: " + told + "; see '").hasLineCount(1);
        assertThat(run.exit()).isEqualTo(2);
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
                .startsWith("tidings: --from may is no time; give a time (");
        assertThat(CommandRun.in(directory, "replay", "--name", "may", "--warm-up", "-P1D")
                        .err())
                .startsWith(
                        "tidings: --warm-up -P1D is no duration; give a duration (90m, 2h, 30d, P30D), or beginning");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replay --name may --from -999999999-01-01",
                "replay --name may --from +999999999-12-31",
                "replay --name may --to 99999999999999d",
                "replay --name may --from 2026-11-29 --warm-up P9999999999D",
                "subscribe --since=-999999999-01-01",
                "subscribe --since 99999999999999d",
                "stories --since 99999999d",
                "stories --until +10000-01-01",
                "articles --since 99999999d"
            })
    void aTimeAtTheRimOfWhatKafkaCanHoldIsAMistakeOfTheCaller(String command) {
        CommandRun run = CommandRun.in(directory, command.split(" "));

        assertThat(run.err()).startsWith("tidings: --").contains("; give a ").hasLineCount(1);
        assertThat(run.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2h", "2026-03-29", "2026-03-29T02:30", "2026-03-29T02:30Z", "2026-03-29T02:30+01:00"})
    void aTimeHasTheSameFormsInEveryCommand(String time) {
        for (String command : List.of("replay --name may --from=", "replay --name may --to=", "subscribe --since=")) {
            CommandRun run = CommandRun.in(directory, (command + time).split(" "));
            assertThat(run.err()).as(command).startsWith("tidings: no Kafka runs in ");
        }
        for (String command : List.of("articles --since=", "stories --since=", "stories --until=")) {
            CommandRun run = CommandRun.in(directory, (command + time).split(" "));
            assertThat(run.err()).as(command).startsWith("tidings: there is no store ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topics",
                "subscribe",
                "subscribe --group mailer",
                "publish news",
                "streams",
                "sink",
                "dlq list",
                "dlq show 3f0c",
                "replay --name may",
                "replay list",
                "replay drop may"
            })
    void withoutAStackOrAnAddressACommandSaysSoAndGuessesNone(String command) throws IOException {
        Files.createDirectories(directory.resolve("news"));

        CommandRun run = CommandRun.in(directory, command.split(" "));

        assertThat(run.err())
                .isEqualTo("tidings: no Kafka runs in " + directory.resolve(".tidings") + ", and no address is set;"
                        + " start it with 'tidings up', or set --bootstrap-server (bootstrap.servers)\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(4);
    }

    @Test
    void theDoctorSaysThatNothingRunsRatherThanLookElsewhere() {
        CommandRun run = CommandRun.in(directory, "doctor");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.lines())
                .anyMatch(line -> line.matches("broker +fail +no Kafka runs in .*start it with 'tidings up', or .*"))
                .anyMatch(line -> line.matches("registry +fail +no schema registry runs in .*"));
    }

    @Test
    void aNamedKafkaWithoutItsRegistryIsToldToNameBoth() {
        CommandRun run = CommandRun.in(directory, "streams", "-b", "127.0.0.1:1");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err())
                .isEqualTo(
                        "tidings: no schema registry goes with the Kafka at 127.0.0.1:1; name both, as they belong to"
                                + " one cluster (--bootstrap-server, --registry), or neither, for the local stack\n");
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
        assertThat(run.err())
                .contains("\n    at dev.tidings.")
                .contains("tidings: Kafka at 127.0.0.1:1 does not answer");
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
