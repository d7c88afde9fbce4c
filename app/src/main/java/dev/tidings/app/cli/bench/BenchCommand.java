package dev.tidings.app.cli.bench;

import dev.tidings.app.bench.Bench;
import dev.tidings.app.bench.BenchPlan;
import dev.tidings.app.bench.BenchServices;
import dev.tidings.app.bench.BenchStack;
import dev.tidings.app.bench.text.ArticleSupply;
import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.service.SinkCommand;
import dev.tidings.app.cli.service.StreamsCommand;
import dev.tidings.app.cli.settings.KnownSettings;
import dev.tidings.app.cli.stack.ChildServices;
import dev.tidings.app.cli.stack.UpCommand;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tidings bench}: measures the whole pipeline on a stack of its own. */
@Command(
        name = "bench",
        description = {
            "Measure the whole pipeline on a stack of its own.",
            "The stack is removed at the end. Every article must end once, or nothing is printed and the"
                    + " exit code is 1."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings bench --corpus news      the articles in folder news",
            "  tidings bench --state 1000000    and when a million articles are known",
            "  tidings bench -X streams.commit.interval.behind=PT1S -o json"
        })
public final class BenchCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--articles",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Articles counted when the pipeline is warm (default: ${DEFAULT-VALUE}).")
    private int articles;

    @Mixin
    private CorpusOption corpus = new CorpusOption();

    @Option(
            names = "--first",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Articles right after the start, counted apart (default: ${DEFAULT-VALUE}).")
    private int first;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "60000",
            description = "Most articles in between, until the cost no longer falls (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--state",
            paramLabel = "N",
            defaultValue = "0",
            description = "Measure again when deduplication knows N articles more (default: ${DEFAULT-VALUE}, do not).")
    private int state;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "Articles a second while latency is measured (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long latency is measured (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--temp",
            paramLabel = "DIR",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "Where the stack's folder is made (default: ${DEFAULT-VALUE}).")
    private Path temp = Path.of("");

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description = "Leave a recording of each process there, to be read by the JDK's jfr.")
    private Optional<Path> profile = Optional.empty();

    @Option(
            names = {"-X", "--set"},
            paramLabel = "KEY=VALUE",
            description = "Sets one setting of the services; 'tidings config' lists all.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        BenchPlan plan = benchPlan();
        ArticleSupply supply = corpus.openSupply(console.directory());
        profile.ifPresent(folder -> makeFolder(console.directory().resolve(folder)));
        try (BenchStack benchStack = BenchStack.inFolder(console.directory().resolve(temp))) {
            console.sayLine("starting a stack in " + benchStack.folder().root() + " ...");
            LocalStack stack = benchStack.start();
            Map<String, String> flags = new LinkedHashMap<>(given);
            flags.putAll(stack.addresses());
            flags.put(
                    ConnectionSettings.DATA_DIR.key(),
                    benchStack.folder().root().toString());
            // What deduplication is given as its past is deleted before the sink could see it.
            flags.put(SinkSettings.SKIP_GAP.key(), "true");
            Settings settings = Settings.resolveAll(KnownSettings.ALL, SettingSources.of(flags));
            UpCommand.prepareTopics(settings);
            output.openWriter(console)
                    .writeOne(
                            BenchView.VIEW,
                            Bench.runBenchmark(
                                    plan,
                                    supply,
                                    benchStack,
                                    settings,
                                    benchServices(benchStack, flags),
                                    console::sayLine));
        }
        return ExitCode.OK.code();
    }

    /** A JVM that cannot write its recording does not start. */
    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE, "--profile " + folder + " cannot be made (" + e + "); name another folder");
        }
    }

    private BenchPlan benchPlan() {
        try {
            return new BenchPlan(articles, first, warmUp, state, rate, Duration.ofSeconds(seconds));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage() + "; see 'tidings bench --help'");
        }
    }

    private BenchServices benchServices(BenchStack benchStack, Map<String, String> flags) {
        return new BenchServices(
                ChildServices.newService(
                        StreamsCommand.NAME, benchStack.folder(), flags, recordingOption(StreamsCommand.NAME)),
                ChildServices.newService(
                        SinkCommand.NAME, benchStack.folder(), flags, recordingOption(SinkCommand.NAME)),
                ChildServices.newService(
                        BenchPassThroughCommand.NAME,
                        benchStack.folder(),
                        flags,
                        recordingOption(BenchPassThroughCommand.NAME)),
                ChildServices.javaCommand(
                        BenchPublisherCommand.NAME,
                        benchStack.folder(),
                        flags,
                        recordingOption(BenchPublisherCommand.NAME)));
    }

    private List<String> recordingOption(String name) {
        return profile.map(folder -> console.directory().resolve(folder).resolve(name + ".jfr"))
                // The publisher's answers are all that may come on its standard output.
                .map(file -> List.of(
                        "-Xlog:jfr+startup=error", "-XX:StartFlightRecording=settings=profile,filename=" + file))
                .orElse(List.of());
    }
}
