package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.app.cli.CommandRun;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one person's commands do beside the running stack of another, whose topics none of them may read or write. */
class TwoStacksIT {
    /** On a busy machine a server that cannot have its port takes more than two minutes to end. */
    private static final String FAILED_START = "(ended while starting|did not answer within \\d+ s): .*; its log is .*";

    @TempDir
    static Path temporary;

    static LocalStack stranger;
    static List<Long> strangersProcesses;

    @TempDir
    Path own;

    @BeforeAll
    static void aStrangersStack() {
        stranger = LocalStack.startStack(configIn(temporary));
        strangersProcesses = pids(stranger);
    }

    @AfterAll
    static void stopIt() {
        LocalStack.stopStack(configIn(temporary));
    }

    @BeforeEach
    void somethingToPublish() throws IOException {
        Files.writeString(Files.createDirectories(own.resolve("news")).resolve("a.txt"), "An article of our own.");
    }

    @AfterEach
    void theStrangersStackIsUntouched() {
        LocalStack.stopStack(configIn(own));
        assertThat(topicsOf(stranger)).isEmpty();
        assertThat(pids(stranger)).isEqualTo(strangersProcesses);
    }

    @Test
    void aBrokerWhosePortIsTakenBetweenLookAndBindFailsRatherThanTakeTheStrangersForItself() {
        LocalBroker strangers = LocalBroker.inFolder(configIn(temporary));
        strangers.stop();
        LocalBroker mine = LocalBroker.inFolder(configAt(portOf(stranger.bootstrapServers()), 0));
        strangers.start();
        strangersProcesses = pids(stranger);

        assertThatThrownBy(mine::start)
                .isInstanceOf(LocalStackException.class)
                .hasMessageMatching("the broker " + FAILED_START);
    }

    @Test
    void aRegistryWhosePortIsTakenBetweenLookAndBindFailsRatherThanTakeTheStrangersForItself() {
        LocalRegistry strangers = LocalRegistry.inFolder(configIn(temporary));
        strangers.stop();
        LocalRegistry mine =
                LocalRegistry.inFolder(configAt(0, portOf(stranger.registryUrl().replaceAll("/apis.*", ""))));
        strangers.start();
        strangersProcesses = pids(stranger);

        assertThatThrownBy(mine::start)
                .isInstanceOf(LocalStackException.class)
                .hasMessageMatching("the registry " + FAILED_START);
    }

    @Test
    void aSetPortThatIsTakenIsOneLineAndNothingIsStarted() {
        int port = portOf(stranger.bootstrapServers());

        CommandRun up = command("up", "-X", "stack.port=" + port);

        assertThat(up.exit()).isEqualTo(1);
        assertThat(up.err().lines())
                .containsExactly(
                        "starting the local stack ...",
                        "tidings: port " + port + ", which stack.port sets for the broker, is taken by another program;"
                                + " stop that, or set another (stack.port)");
        assertThat(new ServiceRunner(configIn(own)).runningParts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish news", "streams", "sink", "replay --name all", "replay drop all"})
    void whatKeepsStateInAFolderOfOneClusterRefusesTheOther(String line) throws IOException {
        Files.writeString(own.resolve("cluster"), "an-own-cluster\n127.0.0.1:9\n");

        CommandRun run = command(Stream.concat(
                        Stream.of(line.split(" ")),
                        Stream.of("-b", stranger.bootstrapServers(), "--registry", stranger.registryUrl()))
                .toArray(String[]::new));

        assertThat(run.err())
                .matches("tidings: the data folder .* belongs to Kafka cluster an-own-cluster \\(first seen at"
                        + " 127.0.0.1:9\\), but 127.0.0.1:\\d+ is cluster \\S{22}; name another folder with --data,"
                        + " or move this one away\n");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void aReadingCommandThatWasGivenAnAddressNamesTheClusterAndMakesNothingThere() {
        CommandRun topics = command("topics", "-b", stranger.bootstrapServers(), "-o", "json");
        CommandRun letters = command("dlq", "list", "-b", stranger.bootstrapServers());

        assertThat(topics.err()).matches("reading Kafka cluster \\S{22} at 127.0.0.1:\\d+ \\(flag\\)\n");
        assertThat(topics.json()).allMatch(topic -> !topic.get("exists").asBoolean());
        assertThat(letters.err().lines())
                .last()
                .isEqualTo("tidings: there is no topic tidings.dead-letters to read;"
                        + " 'tidings up' or 'tidings streams' makes it");
    }

    @Test
    void aFolderWhoseStackIsDownLeadsNowhereAndOneWhoseStackRunsToItsOwn() {
        LocalStack mine = LocalStack.startStack(configIn(own));
        CommandRun running = command("config", "-o", "json");
        LocalStack.stopStack(configIn(own));
        CommandRun down = command("topics");

        assertThat(running.out())
                .contains("\"" + mine.bootstrapServers() + "\"")
                .doesNotContain(stranger.registryUrl());
        assertThat(down.exit()).isEqualTo(4);
        assertThat(down.err()).startsWith("tidings: no Kafka runs in " + own);
    }

    private CommandRun command(String... line) {
        String[] all = Stream.concat(Stream.of(line), Stream.of("--data", own.toString()))
                .toArray(String[]::new);
        return CommandRun.in(own, all);
    }

    private StackConfig configAt(int brokerPort, int registryPort) {
        return new StackConfig(
                Installation.currentInstallation(), new DataFolder(own), StackPurpose.TEST, brokerPort, registryPort);
    }

    private static StackConfig configIn(Path folder) {
        return new StackConfig(Installation.currentInstallation(), new DataFolder(folder), StackPurpose.TEST);
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static Set<String> topicsOf(LocalStack stack) {
        Settings settings = Settings.resolveAll(List.of(), SettingSources.of(stack.addresses()));
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            return admin.awaitAnswer(admin.adminClient().listTopics().names());
        }
    }

    private static List<Long> pids(LocalStack stack) {
        return stack.processes().stream().map(LocalProcess::pid).toList();
    }
}
