package dev.tidings.app.cli.bench;

import dev.tidings.app.bench.Bench;
import dev.tidings.app.bench.BenchPlan;
import dev.tidings.app.bench.BenchReport;
import dev.tidings.app.bench.BenchServices;
import dev.tidings.app.bench.BenchStack;
import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
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
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tidings bench}: measures the whole pipeline on a stack of its own. */
@Command(
        name = "bench",
        description = {
            "Measure the whole pipeline on a stack of its own, which is removed at the end.",
            "Articles are made of the samples' words; every one must end once, or nothing is printed and the exit code",
            "is 1."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings bench                     20000 articles, then 100 a second; some 3 minutes",
            "  tidings bench --state 1000000     and again when deduplication knows a million articles",
            "  tidings bench -X streams.commit.interval.behind=PT1S -o json"
        })
public final class BenchCommand implements Callable<Integer> {
    private static final View<BenchReport> VIEW = View.of(BenchReport.class)
            .withColumn("articles", BenchReport::articles)
            .withColumn("articles/s, published to stored", BenchReport::articlesPerSecond)
            .withColumn("articles/s, published to decided", BenchReport::decidedPerSecond)
            .withColumn("articles/s, only copied", BenchReport::passThroughPerSecond)
            .withColumn("CPU µs per article", report -> cpuText(report.cpuMicrosPerArticle()))
            .withColumn("CPU µs per article, only copied", report -> cpuText(report.passThroughMicrosPerArticle()))
            .withColumn("latency measured at", report -> report.ratePerSecond() + " articles/s")
            .withColumn("p50", report -> report.p50Millis() + " ms")
            .withColumn("p99", report -> report.p99Millis() + " ms")
            .withColumn("longest", report -> report.maxMillis() + " ms")
            .withColumn(
                    "with a past",
                    report -> report.state().map(BenchCommand::stateText).orElse("not asked for"))
            .withColumn("machine", BenchCommand::machineText);

    private final Console console;

    @Option(
            names = "--articles",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Articles of about 4 KB, a tenth of them copies (default: ${DEFAULT-VALUE}).")
    private int articles;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Articles published before those that count (default: half as many).")
    private Optional<Integer> warmUp = Optional.empty();

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
                            VIEW,
                            Bench.runBenchmark(
                                    plan, benchStack, settings, benchServices(benchStack, flags), console::sayLine));
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
            return new BenchPlan(articles, warmUp.orElse(articles / 2), state, rate, Duration.ofSeconds(seconds));
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

    private static String cpuText(Map<String, Long> micros) {
        long sum = micros.values().stream().mapToLong(Long::longValue).sum();
        return micros.entrySet().stream()
                .map(process -> process.getKey() + " " + process.getValue())
                .collect(Collectors.joining(", ", "", "; together " + sum));
    }

    private static String stateText(BenchReport.WithState past) {
        return past.articlesPerSecond() + " articles/s when deduplication knows " + past.articles() + " more, "
                + past.percentOfNone() + " % of none; " + cpuText(past.cpuMicrosPerArticle());
    }

    private static String machineText(BenchReport report) {
        BenchReport.Machine machine = report.machine();
        return machine.processors() + " processors, Java " + machine.java() + ", load before "
                + machine.loadAverageBefore() + ", others used " + machine.othersPercent() + " % meanwhile";
    }
}
