package dev.tidings.app.cli;

import dev.tidings.app.local.DataFolder;
import dev.tidings.app.local.Installation;
import dev.tidings.app.local.LocalStack;
import dev.tidings.app.local.Purpose;
import dev.tidings.app.local.Site;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings down}: stops the local stack. */
@Command(
        name = "down",
        description = "Stop what 'tidings up' started; the data stays.",
        footerHeading = "%nExamples:%n",
        footer = {"  tidings down                    stops the stack of .tidings", "  tidings down --data /srv/news"})
final class DownCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    DownCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DataFolder folder = SettingsOptions.dataFolder(settings.resolve(console, Map.of()));
        List<String> stopped = LocalStack.stop(new Site(Installation.current(), folder, Purpose.SERVICE));
        console.say(
                stopped.isEmpty()
                        ? "nothing was running in " + folder.root()
                        : "stopped: " + String.join(", ", stopped));
        return ExitCode.OK.code();
    }
}
