package dev.tidings.app.cli.replay;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.DurationArgument;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.console.Interruption;
import dev.tidings.app.cli.console.TimeArgument;
import dev.tidings.app.cli.output.OutputFormat;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.service.ServiceHealth;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.kafka.health.ProcessIdentity;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.ReplayRun;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.replay.plan.ReplayException;
import dev.tidings.streams.replay.plan.ReplayRequest;
import dev.tidings.streams.replay.run.Replays;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tidings replay}: takes history through the topologies again, beside the live topics. */
@Command(
        name = "replay",
        description = {
            "Take published articles through all stages again.",
            "The output goes to topics of the run's own. A run that was interrupted goes on when the same"
                    + " command is given again."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings replay --name all                    everything there is",
            "  tidings replay --name may --from 2026-05-01 --to 2026-06-01",
            "  tidings replay --name may --from 2026-05-01 --to 2026-06-01 --warm-up 30d",
            "  tidings replay list                          the runs and how far they are",
            "  tidings replay drop may                      delete all that belongs to a run"
        })
public final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the run: 1 to 40 of a-z, 0-9 and '-'."
                    + " Its topics are tidings.replay.NAME.* (see topic.prefix)")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "First time whose articles are wanted, when they were published, not their date: "
                    + TimeArgument.FORMS + " (default: the beginning).")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "First time no longer wanted (default: the end as it is when the run begins).")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--warm-up",
            paramLabel = "DURATION",
            description =
                    "For how long before --from articles are read to know what is a copy of what, without output: "
                            + DurationArgument.FORMS + ", or beginning (default: beginning).")
    private Optional<String> warmUp = Optional.empty();

    public ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String run = name.orElseThrow(() ->
                new ParameterException(spec.commandLine(), "missing --name NAME, which names the run and its topics"));
        ReplayRequest request = replayRequest(run, Clock.systemUTC());
        Settings settings = connection.resolveToWrite(console);
        Topics topics = ConnectionSettings.topics(settings);
        try (Replays replays = Replays.open(settings, topics)) {
            ServiceHealth health = ServiceHealth.ofCommand(settings, Optional.of(identity(run, settings)));
            showRun(
                    Interruption.runInterruptibly(
                            replays::requestStop, () -> health.runToEnd(() -> runReplay(replays, request))),
                    topics);
            return ExitCode.OK.code();
        } catch (ReplayException e) {
            throw new CommandException(ExitCode.FAILURE, String.valueOf(e.getMessage()));
        }
    }

    private static ProcessIdentity identity(String run, Settings settings) {
        return new ProcessIdentity("replay", run, List.of(), List.of(settings.get(ConnectionSettings.DATA_DIR)), "");
    }

    private ReplayRequest replayRequest(String run, Clock clock) {
        return new ReplayRequest(
                run,
                from.filter(ReplayCommand::isNotBeginning).map(text -> TimeArgument.parseTime("--from", text, clock)),
                to.map(text -> TimeArgument.parseTime("--to", text, clock)),
                warmUp.filter(ReplayCommand::isNotBeginning)
                        .map(text -> DurationArgument.parseDuration("--warm-up", text, ", or beginning")));
    }

    private static boolean isNotBeginning(String text) {
        return !TimeArgument.normalForm(text).equals(TimeArgument.BEGINNING);
    }

    private ReplayRun runReplay(Replays replays, ReplayRequest request) {
        return replays.runReplay(request, new ReplayConsoleProgress(console, InstantSource.system()));
    }

    private void showRun(ReplayRun run, Topics topics) {
        output.openWriter(console).writeOne(ReplayViews.RESULT, run);
        if (output.format == OutputFormat.TABLE) {
            console.sayLine("the output is in " + topics.replay(run.getName()).prefix() + ".*; 'tidings replay drop "
                    + run.getName() + "' deletes it");
        }
    }
}
