package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.console.Console;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    private static final int SCREEN = 40;
    private static final int PROGRAM = 54;

    @TempDir
    Path directory;

    static Stream<String> commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Console console = new Console(nowhere, nowhere, Map.of(), Path.of(""), Integer.MAX_VALUE, false);
        return below(Tidings.commandLine(console));
    }

    private static Stream<String> below(CommandLine command) {
        return command.getSubcommands().values().stream()
                .filter(sub -> !isHidden(sub))
                .flatMap(sub -> Stream.concat(Stream.of(sub.getCommandSpec().qualifiedName()), below(sub)));
    }

    private CommandRun helpOf(String command) {
        return CommandRun.in(
                directory, (command + " --help").replaceFirst("^tidings ", "").split(" "));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfACommandIsAScreenAndShowsExamples(String command) {
        CommandRun run = helpOf(command);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).hasSizeLessThanOrEqualTo(SCREEN).allSatisfy(HelpTest::fitsAnOldTerminal);
        assertThat(run.out()).containsAnyOf("Examples:", "the first of these").contains(": see 'tidings --help'");
        int examples = run.out().indexOf("\n\n");
        assertThat(run.out().substring(examples).lines().skip(3))
                .as("no example is broken")
                .allMatch(line -> line.startsWith("  "));
    }

    @Test
    void theHelpOfTheProgramExplainsOnceWhatIsTheSameInAllCommands() {
        CommandRun run = CommandRun.in(directory, "--help");

        assertThat(run.lines()).hasSizeLessThanOrEqualTo(PROGRAM).allSatisfy(HelpTest::fitsAnOldTerminal);
        assertThat(run.out())
                .contains(
                        "-b, --bootstrap-server",
                        "--debug",
                        "Exit codes:",
                        "130   interrupted",
                        "143   ended by SIGTERM",
                        "Kafka or the schema registry does not answer");
    }

    @Test
    void theProgramAndItsGroupsListEachCommandWithAWholeSentenceOnALineOfItsOwn() {
        for (String group : List.of("tidings", "tidings dlq", "tidings replay", "tidings eval")) {
            String help = helpOf(group).out();
            List<String> listed = help.substring(help.indexOf("Commands:\n"))
                    .lines()
                    .skip(1)
                    .takeWhile(line -> !line.isEmpty())
                    .toList();
            assertThat(listed).hasSizeGreaterThan(1).allMatch(line -> line.matches("  [a-z-]+ +[A-Z].*\\."));
        }
    }

    private static void fitsAnOldTerminal(String line) {
        assertThat(line.codePointCount(0, line.length())).as(line).isLessThanOrEqualTo(80);
    }

    @Test
    void theProgramListsEveryCommandWithASentence() {
        assertThat(CommandRun.in(directory, "--help").out())
                .contains("Streaming ingestion of news")
                .containsPattern("doctor +Check machine");
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
