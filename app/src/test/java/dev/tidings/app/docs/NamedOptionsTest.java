package dev.tidings.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.Tidings;
import dev.tidings.app.cli.console.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** No message, no help and no page names an option that does not exist, or one that its command does not have. */
class NamedOptionsTest {
    private static final Path HOME = Path.of("..");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*[a-z]");
    /** A call of the program: its commands, and all up to where another call or the sentence goes on. */
    private static final Pattern CALL = Pattern.compile("(?:^|[\\s'`(/$])tidings((?: [a-z-]+)+)([^\\n'`|&;#]*)");

    /** Options of Kafka's scripts, of Java and of the broker's own tools, which some messages tell to call. */
    private static final Set<String> OF_OTHERS = Set.of(
            "--add-config",
            "--alter",
            "--create",
            "--delete",
            "--enable-native-access",
            "--feature",
            "--if-not-exists",
            "--ignore-formatted",
            "--partition",
            "--partitions",
            "--replication-factor",
            "--reset-offsets",
            "--start-offset",
            "--sun-misc-unsafe-memory-access",
            "--topic");

    static CommandLine program;
    static Set<String> known;

    @BeforeAll
    static void theProgram() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        program = Tidings.commandLine(new Console(nowhere, nowhere, Map.of(), Path.of(""), Integer.MAX_VALUE, false));
        known = optionsBelow(program).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyOptionThatAMessageNamesExists() throws IOException {
        Set<String> unknown = new TreeSet<>();
        for (Path source : files(".java")) {
            TEXT.matcher(Files.readString(source))
                    .results()
                    .flatMap(text -> OPTION.matcher(text.group(1)).results())
                    .map(MatchResult::group)
                    .filter(option -> !known.contains(option) && !OF_OTHERS.contains(option))
                    .forEach(option -> unknown.add(option + " in " + HOME.relativize(source)));
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void everyCallThatAMessageAHelpOrAPageShowsHasOptionsOfItsCommand() throws IOException {
        Set<String> wrong = new TreeSet<>();
        int calls = 0;
        for (Path file :
                Stream.concat(files(".java").stream(), files(".md").stream()).toList()) {
            for (MatchResult call :
                    CALL.matcher(Files.readString(file)).results().toList()) {
                calls += wrongOptions(call, file, wrong);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(calls).as("calls that were looked at").isGreaterThan(100);
    }

    /** Returns 1 when it is a call of a command. */
    private static int wrongOptions(MatchResult call, Path file, Set<String> wrong) {
        CommandLine command = program;
        for (String word : List.of(call.group(1).strip().split(" "))) {
            command = command.getSubcommands().getOrDefault(word, command);
        }
        if (command == program) {
            return 0;
        }
        Set<String> own = options(command).collect(Collectors.toSet());
        OPTION.matcher(call.group(2))
                .results()
                .map(MatchResult::group)
                .filter(option -> !own.contains(option))
                .forEach(option -> wrong.add(option + " in " + HOME.relativize(file) + ":" + call.group()));
        return 1;
    }

    private static Stream<String> optionsBelow(CommandLine command) {
        return Stream.concat(
                options(command), command.getSubcommands().values().stream().flatMap(NamedOptionsTest::optionsBelow));
    }

    private static Stream<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream().flatMap(option -> Stream.of(option.names()));
    }

    /** What is compiled into the program, or kept beside it as a page; the change log tells of options that were. */
    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(HOME)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(NamedOptionsTest::isOurs)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isOurs(Path file) {
        String path = file.toString();
        boolean source = path.contains("/src/main/java/") && !path.contains("/bench/src/");
        return !path.contains("/target/") && !path.endsWith("CHANGELOG.md") && (source || path.endsWith(".md"));
    }
}
