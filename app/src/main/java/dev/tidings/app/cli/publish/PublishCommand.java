package dev.tidings.app.cli.publish;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.console.Interruption;
import dev.tidings.app.cli.console.Termination;
import dev.tidings.app.cli.output.OutputFormat;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.service.ClockWatch;
import dev.tidings.app.cli.service.ServiceHealth;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.kafka.health.ProcessIdentity;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.Publisher;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.publish.ArticleVerdict;
import dev.tidings.producer.publish.PublishException;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.schemas.RawArticle;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidings publish}: publishes article files, each content once. */
@Command(
        name = "publish",
        description = "Publish article files and folders; each content once.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings publish news/                     every new or changed file in it",
            "  tidings publish --wait news/today.txt     and show the verdict on each",
            "  tidings publish --source agency /mnt/in   call the source agency",
            "  tidings publish --watch /mnt/in           and every file that comes",
            "  curl -s URL | tidings publish - --source agency",
            "  tidings publish --dry-run news.json       only show what would be"
        })
public final class PublishCommand implements Callable<Integer> {
    private static final View<ArticleVerdict> VERDICTS = View.of(ArticleVerdict.class)
            .withColumn("uri", ArticleVerdict::uri)
            .withColumn("revision", ArticleVerdict::revision)
            .withColumn("language", ArticleVerdict::language)
            .withColumn("outcome", verdict -> PublishConsoleProgress.outcomeText(verdict.outcome()))
            .withColumn("verdict", ArticleVerdict::verdict);

    private static final Path STANDARD_INPUT = Path.of("-");

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private DeclarationOptions declaration = new DeclarationOptions();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to publish; - is standard input.")
    private List<Path> paths = List.of();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Name of the source, the first part of every uri (default: the folder's name).")
    private Optional<String> source = Optional.empty();

    @Option(names = "--wait", description = "Wait until every published article is decided, and show the verdicts.")
    private boolean wait;

    @Option(names = "--watch", description = "Publish what the folders hold and whatever comes to them, until stopped.")
    private boolean watch;

    @Option(names = "--dry-run", description = "Show what would be published, without Kafka, and publish nothing.")
    private boolean dryRun;

    @Option(
            names = "--explain",
            description = "Show which key or field gave each part of each article, and publish nothing.")
    private boolean explain;

    public PublishCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (watch && wait) {
            throw new CommandException(ExitCode.USAGE, "--watch and --wait do not go together; leave one out");
        }
        InputFormats formats = declaration.declaredFormats(console.directory());
        if (!paths.contains(STANDARD_INPUT)) {
            return publish(paths.stream().map(console.directory()::resolve).toList(), source, formats);
        }
        if (watch || paths.size() > 1) {
            throw new CommandException(ExitCode.USAGE, "- stands alone, without --watch and without other paths");
        }
        try (StandardInput input = StandardInput.read(System.in, formats)) {
            return publish(List.of(input.file()), source.or(() -> Optional.of(StandardInput.SOURCE)), formats);
        }
    }

    private int publish(List<Path> inputs, Optional<String> name, InputFormats formats) {
        if (dryRun || explain) {
            return showDryRun(inputs, name, formats);
        }
        PublishRequest plain = PublishRequest.of(inputs, name);
        PublishRequest request = wait ? plain.awaitingVerdicts() : plain;
        Settings settings = connection.resolveToWrite(console);
        try (Publisher publisher =
                Publisher.open(settings, ConnectionSettings.topics(settings), formats, Clock.systemUTC())) {
            ServiceHealth health = watch
                    ? ServiceHealth.ofService(settings, identity())
                    : ServiceHealth.ofCommand(settings, Optional.empty());
            return Interruption.runInterruptibly(
                            publisher::requestStop,
                            () -> health.runToEnd(() -> watch
                                    ? watchFolders(publisher, request, health.voice(console))
                                    : publishInputs(publisher, request, settings)))
                    .code();
        } catch (PublishException e) {
            throw new CommandException(ExitCode.FAILURE, String.valueOf(e.getMessage()));
        }
    }

    private int showDryRun(List<Path> inputs, Optional<String> name, InputFormats formats) {
        Settings settings = connection.resolveAnyway(console);
        TrialInputs trial =
                new TrialInputs(formats, settings.get(ConnectionSettings.MAX_ARTICLE_BYTES), console::sayLine);
        List<RawArticle> articles = new ArrayList<>();
        trial.forEach(inputs, name, articles::add);
        if (explain) {
            output.openWriter(console)
                    .writeList(
                            ExplainedPart.VIEW,
                            articles.stream().flatMap(ExplainedPart::partsOf).toList());
        } else {
            output.openWriter(console).writeList(DryRunView.VIEW, articles);
        }
        return (trial.anyRejected() ? ExitCode.DEAD_LETTERS : ExitCode.OK).code();
    }

    private ProcessIdentity identity() {
        Path first = paths.get(0).toAbsolutePath().normalize();
        String watched = source.orElseGet(() -> String.valueOf(first.getFileName()));
        return new ProcessIdentity(
                "publish", watched + "@" + ProcessIdentity.hostName(), List.of(), List.of(first), "");
    }

    private ExitCode watchFolders(Publisher publisher, PublishRequest request, Console voice) {
        Termination.countAsDone();
        try (ClockWatch clock = new ClockWatch(voice);
                WatchConsoleProgress progress =
                        new WatchConsoleProgress(voice, output.openWriter(console), publisher::requestStop)) {
            clock.start();
            voice.sayLine(PublishConsoleProgress.summaryLine(publisher.watchFolders(request, progress)));
        }
        return ExitCode.INTERRUPTED;
    }

    private ExitCode publishInputs(Publisher publisher, PublishRequest request, Settings settings) {
        PublishReport report = publishInputs(publisher, request);
        showReport(report);
        return exitCode(report.summary(), settings);
    }

    private PublishReport publishInputs(Publisher publisher, PublishRequest request) {
        try (PublishConsoleProgress progress =
                new PublishConsoleProgress(console, output.format != OutputFormat.TABLE)) {
            try {
                PublishSummary summary = publisher.publishInputs(request, progress);
                return new PublishReport(summary, progress.notPublished());
            } catch (RuntimeException e) {
                progress.sayWhatIsPublished();
                throw e;
            }
        }
    }

    private void showReport(PublishReport report) {
        if (output.format != OutputFormat.TABLE) {
            output.openWriter(console).writeOne(PublishReport.VIEW, report);
            return;
        }
        PublishSummary summary = report.summary();
        if (!summary.verdicts().isEmpty()) {
            output.openWriter(console).writeList(VERDICTS, summary.verdicts());
        }
        long unshown = summary.decided() - summary.verdicts().size();
        if (unshown > 0) {
            console.sayLine("... and " + unshown + " more");
        }
        console.out().println(PublishConsoleProgress.summaryLine(summary));
        console.out().flush();
    }

    private static String whatIsDone(PublishSummary summary) {
        String published = summary.published() + " articles are published";
        return summary.undecided() > 0
                ? published + ", on " + summary.undecided() + " no verdict has come yet"
                : published;
    }

    private ExitCode exitCode(PublishSummary summary, Settings settings) {
        if (summary.stopped()) {
            console.sayLine("tidings: interrupted; " + whatIsDone(summary) + "; publish again to go on");
            return ExitCode.INTERRUPTED;
        }
        if (summary.undecided() > 0) {
            throw new CommandException(
                    ExitCode.FAILURE,
                    summary.undecided() + " of " + (summary.decided() + summary.undecided())
                            + " articles have no verdict, and none came for "
                            + settings.get(PublishSettings.WAIT_TIMEOUT_MS) / 1000
                            + " s; see whether 'tidings streams' is running");
        }
        return summary.anyDeadLettered() ? ExitCode.DEAD_LETTERS : ExitCode.OK;
    }
}
