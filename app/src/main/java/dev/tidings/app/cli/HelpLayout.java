package dev.tidings.app.cli;

import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.settings.ConnectionOptions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The help, a screen for each command: it explains what is the command's own. Options that most commands have, and exit
 * codes, are explained once, by the help of the program.
 */
final class HelpLayout {
    private HelpLayout() {}

    /**
     * Lays out the help of a program and of all its commands.
     *
     * @param root the program, with its commands and with the options that each of them has
     */
    static void applyTo(CommandLine root) {
        CommandSpec common = CommandSpec.create()
                .addMixin("connection", CommandSpec.forAnnotatedObject(new ConnectionOptions()))
                .addMixin("output", CommandSpec.forAnnotatedObject(new OutputOptions()));
        for (String inherited : List.of("--debug", "--help", "--version")) {
            common.addOption(OptionSpec.builder(root.getCommandSpec().findOption(inherited))
                    .build());
        }
        Help commonHelp = new Help(common, root.getColorScheme());
        root.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.allMeanings());
        sections(root).put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> "");
        sections(root)
                .put(
                        UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING,
                        help -> "\nOptions of most commands, after the command's name:\n" + commonHelp.optionList()
                                + help.exitCodeListHeading());
        Map<String, OptionSpec> known = common.optionsMap();
        root.getSubcommands().values().forEach(command -> applyToCommand(command, known));
    }

    private static void applyToCommand(CommandLine command, Map<String, OptionSpec> common) {
        command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
        sections(command).put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> ownOptions(help, common));
        command.getSubcommands().values().forEach(sub -> applyToCommand(sub, common));
    }

    private static Map<String, CommandLine.IHelpSectionRenderer> sections(CommandLine command) {
        return command.getHelpSectionMap();
    }

    private static String ownOptions(Help help, Map<String, OptionSpec> common) {
        List<OptionSpec> shown = help.commandSpec().options().stream()
                .filter(option -> !option.hidden())
                .toList();
        Set<OptionSpec> shared =
                shown.stream().filter(option -> isCommon(option, common)).collect(Collectors.toSet());
        List<OptionSpec> own =
                shown.stream().filter(option -> !shared.contains(option)).toList();
        String others = shared.stream()
                .map(OptionSpec::shortestName)
                .sorted(Comparator.comparing(name -> name.replace("-", ""), String.CASE_INSENSITIVE_ORDER))
                .collect(Collectors.joining(" "));
        return help.optionListExcludingGroups(own) + "And " + others + ": see 'tidings --help'\n";
    }

    private static boolean isCommon(OptionSpec option, Map<String, OptionSpec> common) {
        OptionSpec known = common.get(option.longestName());
        return known != null && List.of(known.description()).equals(List.of(option.description()));
    }
}
