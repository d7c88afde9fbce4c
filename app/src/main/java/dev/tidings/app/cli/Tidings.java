package dev.tidings.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.tidings.app.cli.bench.BenchAnalysisCommand;
import dev.tidings.app.cli.bench.BenchCommand;
import dev.tidings.app.cli.bench.BenchPassThroughCommand;
import dev.tidings.app.cli.bench.BenchPublisherCommand;
import dev.tidings.app.cli.bench.BenchRestartCommand;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ErrorMessages;
import dev.tidings.app.cli.deadletter.DlqCommand;
import dev.tidings.app.cli.deadletter.DlqListCommand;
import dev.tidings.app.cli.deadletter.DlqShowCommand;
import dev.tidings.app.cli.doctor.DoctorCommand;
import dev.tidings.app.cli.eval.EvalArticlesCommand;
import dev.tidings.app.cli.eval.EvalCommand;
import dev.tidings.app.cli.eval.EvalDuplicatesCommand;
import dev.tidings.app.cli.eval.EvalFitStoriesCommand;
import dev.tidings.app.cli.eval.EvalLanguageCommand;
import dev.tidings.app.cli.eval.EvalOrthographyCommand;
import dev.tidings.app.cli.eval.EvalStoriesCommand;
import dev.tidings.app.cli.eval.EvalUpdatesCommand;
import dev.tidings.app.cli.eval.EvalWordsCommand;
import dev.tidings.app.cli.publish.FormatsCommand;
import dev.tidings.app.cli.publish.PublishCommand;
import dev.tidings.app.cli.publish.TryCommand;
import dev.tidings.app.cli.replay.ReplayCommand;
import dev.tidings.app.cli.replay.ReplayDropCommand;
import dev.tidings.app.cli.replay.ReplayListCommand;
import dev.tidings.app.cli.service.SinkCommand;
import dev.tidings.app.cli.service.StreamsCommand;
import dev.tidings.app.cli.settings.ConfigCommand;
import dev.tidings.app.cli.stack.DemoCommand;
import dev.tidings.app.cli.stack.DownCommand;
import dev.tidings.app.cli.stack.UpCommand;
import dev.tidings.app.cli.status.StatusCommand;
import dev.tidings.app.cli.store.ArticlesCommand;
import dev.tidings.app.cli.store.StoriesCommand;
import dev.tidings.app.cli.store.StoryCommand;
import dev.tidings.app.cli.subscribe.SubscribeCommand;
import dev.tidings.app.cli.topics.TopicsCommand;
import dev.tidings.app.cli.why.WhyCommand;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The program {@code tidings}: puts its commands together and runs the one that was called. */
@Command(
        name = "tidings",
        description = "Streaming ingestion of news in many languages.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings up                start Kafka, a schema registry and the services",
            "  tidings publish news/     publish the articles of a folder",
            "  tidings articles          see what became of them"
        },
        versionProvider = Tidings.Version.class)
public final class Tidings {
    private static final String DEBUG_VARIABLE = "TIDINGS_DEBUG";

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Say more on standard error, with stack traces.")
    private boolean debug;

    private Tidings() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(Console.runOnProcess(console -> commandLine(console).execute(arguments)));
    }

    /** The command line of the program in these surroundings. */
    public static CommandLine commandLine(Console console) {
        CommandLine root = new CommandLine(new Tidings());
        allCommands(console).forEach(root::addSubcommand);
        root.addSubcommand(new CommandLine(new DlqCommand())
                .addSubcommand(new DlqListCommand(console))
                .addSubcommand(new DlqShowCommand(console)));
        root.addSubcommand(new CommandLine(new ReplayCommand(console))
                .addSubcommand(new ReplayListCommand(console))
                .addSubcommand(new ReplayDropCommand(console)));
        root.addSubcommand(new CommandLine(new EvalCommand())
                .addSubcommand(new EvalLanguageCommand(console))
                .addSubcommand(new EvalDuplicatesCommand(console))
                .addSubcommand(new EvalUpdatesCommand(console))
                .addSubcommand(new EvalArticlesCommand(console))
                .addSubcommand(new EvalStoriesCommand(console))
                .addSubcommand(new EvalFitStoriesCommand(console))
                .addSubcommand(new EvalWordsCommand(console))
                .addSubcommand(new EvalOrthographyCommand(console)));
        CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
        completion.getCommandSpec().usageMessage().hidden(true);
        root.addSubcommand(completion);
        addStandardOptions(root);
        HelpLayout.applyTo(root);
        ErrorMessages errors = new ErrorMessages(console, command -> isDebug(command, console));
        return root.setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansiMode(console)))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .setExecutionStrategy(parsed -> runCommand(parsed, console));
    }

    /** What every command has: help and version. */
    private static void addStandardOptions(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.mixinStandardHelpOptions(true).versionProvider(new Version());
        command.getSubcommands().values().forEach(Tidings::addStandardOptions);
    }

    /** Every command, in the order of the help. */
    private static List<Callable<Integer>> allCommands(Console console) {
        return List.of(
                new UpCommand(console),
                new DownCommand(console),
                new PublishCommand(console),
                new StreamsCommand(console),
                new SinkCommand(console),
                new DemoCommand(console),
                new SubscribeCommand(console),
                new TryCommand(console),
                new FormatsCommand(console),
                new ArticlesCommand(console),
                new WhyCommand(console),
                new StoriesCommand(console),
                new StoryCommand(console),
                new TopicsCommand(console),
                new StatusCommand(console),
                new DoctorCommand(console),
                new ConfigCommand(console),
                new BenchCommand(console),
                new BenchAnalysisCommand(console),
                new BenchRestartCommand(console),
                new BenchPublisherCommand(console),
                new BenchPassThroughCommand(console),
                new PrimeCommand(console));
    }

    /** Whether stack traces and logs were asked for. */
    private static boolean isDebug(CommandLine command, Console console) {
        CommandSpec root = command.getCommandSpec().root();
        boolean asked = root.userObject() instanceof Tidings tidings && tidings.debug;
        return asked || console.environment().containsKey(DEBUG_VARIABLE);
    }

    private static int runCommand(ParseResult parsed, Console console) {
        if (isDebug(parsed.commandSpec().commandLine(), console)) {
            logEverything();
        }
        return new RunLast().execute(parsed);
    }

    private static void logEverything() {
        setLevel(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.INFO);
        setLevel("org.apache.kafka", Level.INFO);
        setLevel("org.apache.kafka.streams", Level.INFO);
        setLevel("io.confluent", Level.INFO);
        setLevel("dev.tidings", Level.DEBUG);
    }

    private static void setLevel(String logger, Level level) {
        ((Logger) LoggerFactory.getLogger(logger)).setLevel(level);
    }

    /** Colours go to terminals alone, and not to people who asked for none (https://no-color.org). */
    private static Ansi ansiMode(Console console) {
        boolean refused = !console.environment().getOrDefault("NO_COLOR", "").isEmpty();
        return console.columns() == Integer.MAX_VALUE || refused ? Ansi.OFF : Ansi.ON;
    }

    /** The version in the manifest of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Tidings.class.getPackage().getImplementationVersion();
            return new String[] {"tidings " + (version == null ? "(not packaged)" : version)};
        }
    }
}
