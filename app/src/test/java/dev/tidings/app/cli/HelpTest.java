package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.console.Console;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    @TempDir
    Path directory;

    static Stream<String> commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Console console = new Console(nowhere, nowhere, Map.of(), Path.of(""), Integer.MAX_VALUE, false);
        return Tidings.commandLine(console).getSubcommands().entrySet().stream()
                .filter(command -> !isHidden(command.getValue()))
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTellsItsExitCodesAndShowsExamples(String command) {
        CommandRun run = CommandRun.in(directory, command, "--help");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "Exit codes:",
                        "130   interrupted",
                        "143   ended by SIGTERM",
                        "Kafka or the schema registry does not answer")
                .containsAnyOf("Examples:", "the first of these");
    }

    @Test
    void theProgramListsEveryCommandWithASentence() {
        assertThat(CommandRun.in(directory, "--help").out())
                .contains("Streaming ingestion of news")
                .containsPattern("doctor +Check the machine");
    }

    @Test
    void withoutACommandTheHelpComesOnStandardErrorAndTheExitCodeIsUsage() {
        CommandRun run = CommandRun.in(directory);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: tidings", "tidings: missing command");
    }

    @Test
    void coloursGoToTerminalsAloneAndNotToThoseWhoRefuseThem() {
        assertThat(CommandRun.on(80, directory, Map.of(), "--help").out()).contains("\u001b[");
        assertThat(CommandRun.on(80, directory, Map.of("NO_COLOR", "1"), "--help")
                        .out())
                .doesNotContain("\u001b[");
        assertThat(CommandRun.in(directory, "--help").out()).doesNotContain("\u001b[");
    }

    private static boolean isHidden(CommandLine command) {
        return command.getCommandSpec().usageMessage().hidden();
    }
}
