package dev.tidings.app.cli.bench;

import dev.tidings.app.bench.BenchStack;
import dev.tidings.app.bench.RestartBench;
import dev.tidings.app.bench.RestartReport;
import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.service.StreamsCommand;
import dev.tidings.app.cli.settings.KnownSettings;
import dev.tidings.app.cli.stack.ChildServices;
import dev.tidings.app.cli.stack.UpCommand;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tidings bench-restart}: how soon streams works again that was killed, on a stack of its own. */
@Command(
        name = "bench-restart",
        description = {
            "Measure how soon a killed streams process works again.",
            "It is killed (SIGKILL) on a stack of its own, which is removed at the end."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings bench-restart --state 1000000    when a million articles are known",
            "  tidings bench-restart -X kafka.enable.transactional.statestores=false"
        })
public final class BenchRestartCommand implements Callable<Integer> {
    private static final View<RestartReport> VIEW = View.of(RestartReport.class)
            .withColumn("kill", RestartReport::kill)
            .withColumn("articles", RestartReport::articles)
            .withColumn("first decided", report -> report.firstMillis() + " ms")
            .withColumn("ready", report -> report.readyMillis() + " ms")
            .withColumn("restored", RestartReport::restoredRecords)
            .withColumn("in", report -> report.restoreMillis() + " ms")
            .withColumn("from position", RestartReport::skippedPositions)
            .withColumn("load before", RestartReport::loadAverage);

    private final Console console;

    @Option(
            names = "--state",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Articles that deduplication knows (default: ${DEFAULT-VALUE}).")
    private int state;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often streams is killed (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--temp",
            paramLabel = "DIR",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "Where the stack's folder is made (default: ${DEFAULT-VALUE}).")
    private Path temp = Path.of("");

    @Option(
            names = {"-X", "--set"},
            paramLabel = "KEY=VALUE",
            description = "Sets one setting of streams; 'tidings config' lists all.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public BenchRestartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (state < 1 || kills < 1) {
            throw new CommandException(
                    ExitCode.USAGE, "--state and --kills are at least 1; see 'tidings bench-restart --help'");
        }
        try (BenchStack benchStack = BenchStack.inFolder(console.directory().resolve(temp))) {
            console.sayLine("starting a stack in " + benchStack.folder().root() + " ...");
            Map<String, String> flags = new LinkedHashMap<>(given);
            flags.putAll(benchStack.start().addresses());
            flags.put(
                    ConnectionSettings.DATA_DIR.key(),
                    benchStack.folder().root().toString());
            Settings settings = Settings.resolveAll(KnownSettings.ALL, SettingSources.of(flags));
            UpCommand.prepareTopics(settings);
            output.openWriter(console).writeList(VIEW, measureRestarts(benchStack, settings, flags));
        }
        return ExitCode.OK.code();
    }

    private List<RestartReport> measureRestarts(BenchStack benchStack, Settings settings, Map<String, String> flags) {
        return RestartBench.measureRestarts(
                state,
                kills,
                benchStack,
                settings,
                ChildServices.newService(StreamsCommand.NAME, benchStack.folder(), flags, List.of()),
                console::sayLine);
    }
}
