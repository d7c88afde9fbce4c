package dev.tidings.app.cli.replay;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.streams.replay.run.Replays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings replay drop}: deletes a run. */
@Command(
        name = "drop",
        description = "Delete a run: its topics, groups, state and record.",
        footerHeading = "%nExamples:%n",
        footer = "  tidings replay drop may")
public final class ReplayDropCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(paramLabel = "NAME", description = "Name of the run.")
    private String name = "";

    public ReplayDropCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = connection.resolveToWrite(console);
        try (Replays replays = Replays.open(settings, ConnectionSettings.topics(settings))) {
            replays.dropRun(name);
        }
        console.sayLine("run " + name + " is deleted");
        return ExitCode.OK.code();
    }
}
