package dev.tidings.app.cli.console;

import dev.tidings.kafka.settings.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What somebody may have meant who typed a name that a command does not know: looks at all commands of the program. */
final class Suggestions {
    private static final int MAX_NAMED = 3;

    private final CommandSpec called;

    /**
     * Makes the suggestions for one call.
     *
     * @param called the command that does not know the name
     */
    Suggestions(CommandSpec called) {
        this.called = called;
    }

    /** Returns what to say after the name of an unknown option, from the semicolon on; empty when nothing is near. */
    String forOption(String typed) {
        List<CommandSpec> having = allCommands(called.root())
                .filter(command -> optionNames(command).contains(typed))
                .toList();
        if (!having.isEmpty()) {
            return called.subcommands().isEmpty() ? "; it belongs to " + namesOf(having) : "; put it after the command";
        }
        return NearestName.nearestTo(typed, longNames(called))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** Returns what to say after the name of an unknown command, from the semicolon on; empty when nothing is near. */
    String forCommand(String typed) {
        List<String> here = visibleOf(called).map(CommandSpec::name).toList();
        return NearestName.nearestTo(typed, here)
                .map(name -> "; did you mean " + name + "?")
                .orElseGet(() -> elsewhere(typed));
    }

    private String elsewhere(String typed) {
        List<CommandSpec> all = allCommands(called.root()).toList();
        List<String> names = all.stream().map(CommandSpec::name).toList();
        return NearestName.nearestTo(typed, names)
                .map(name -> all.stream()
                        .filter(command -> command.name().equals(name))
                        .toList())
                .map(found -> "; did you mean " + namesOf(found) + "?")
                .orElse("");
    }

    private static String namesOf(List<CommandSpec> commands) {
        String named = commands.stream()
                .limit(MAX_NAMED)
                .map(command -> "'" + command.qualifiedName() + "'")
                .collect(Collectors.joining(" or "));
        return commands.size() > MAX_NAMED ? named + " or others" : named;
    }

    /** All commands below one, those that are hidden left out. */
    private static Stream<CommandSpec> allCommands(CommandSpec above) {
        return visibleOf(above).flatMap(command -> Stream.concat(Stream.of(command), allCommands(command)));
    }

    private static Stream<CommandSpec> visibleOf(CommandSpec above) {
        return above.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden());
    }

    private static Collection<String> longNames(CommandSpec command) {
        return optionNames(command).stream()
                .filter(name -> name.startsWith("--"))
                .toList();
    }

    private static List<String> optionNames(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::names)
                .flatMap(Stream::of)
                .toList();
    }
}
