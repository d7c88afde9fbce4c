package dev.tidings.app.cli.replay;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.ReplayRun;
import dev.tidings.schemas.ReplayState;
import dev.tidings.streams.replay.run.Replays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings replay list}: the runs, a line each. */
@Command(
        name = "list",
        description = "List the runs, how far each is, and their hashes.",
        footerHeading = "%nExamples:%n",
        footer = {"  tidings replay list", "  tidings replay list -o json"})
public final class ReplayListCommand implements Callable<Integer> {
    /** A run and how much of its work is done, 0 to 1. */
    private record Row(ReplayRun run, double share) {}

    private static final View<Row> VIEW = View.of(Row.class)
            .withColumn("run", row -> row.run().getName())
            .withColumn("state", row -> row.run().getState().name().toLowerCase(Locale.ROOT))
            .withColumn("done", row -> String.format(Locale.ROOT, "%.0f %%", 100 * row.share()))
            .withColumn("range", row -> ReplayViews.rangeText(row.run()))
            .withColumn("output sha256", row -> row.run().getOutputSha256().orElse(""));

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public ReplayListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = connection.resolveToRead(console);
        try (Replays replays = Replays.openToRead(settings, ConnectionSettings.topics(settings))) {
            List<Row> rows = replays.allRuns().stream()
                    .map(run -> new Row(run, shareDone(replays, run)))
                    .toList();
            output.openWriter(console).writeList(VIEW, rows);
        }
        return ExitCode.OK.code();
    }

    private static double shareDone(Replays replays, ReplayRun run) {
        return run.getState() == ReplayState.DONE ? 1 : replays.progressOf(run).share();
    }
}
