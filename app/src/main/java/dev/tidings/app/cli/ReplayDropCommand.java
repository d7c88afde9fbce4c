package dev.tidings.app.cli;

import dev.tidings.schemas.kafka.ConnectionSettings;
import dev.tidings.schemas.kafka.Settings;
import dev.tidings.streams.replay.Replays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings replay drop}: deletes a run. */
@Command(
        name = "drop",
        description = "Delete everything of a run: its topics, consumer groups, state and record.",
        footerHeading = "%nExamples:%n",
        footer = "  tidings replay drop may")
final class ReplayDropCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(paramLabel = "NAME", description = "Name of the run.")
    private String name = "";

    ReplayDropCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = connection.resolve(console);
        try (Replays replays = Replays.open(settings, ConnectionSettings.topics(settings))) {
            replays.drop(name);
        }
        console.say("run " + name + " is deleted");
        return ExitCode.OK.code();
    }
}
