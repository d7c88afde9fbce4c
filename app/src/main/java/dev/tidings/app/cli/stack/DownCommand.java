package dev.tidings.app.cli.stack;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.settings.SettingsOptions;
import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.stack.StackPurpose;
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
public final class DownCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    public DownCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DataFolder folder = SettingsOptions.dataFolder(settings.resolveSettings(console, Map.of()));
        List<String> stopped =
                LocalStack.stopStack(new StackConfig(Installation.currentInstallation(), folder, StackPurpose.SERVICE));
        console.sayLine(
                stopped.isEmpty()
                        ? "nothing was running in " + folder.root()
                        : "stopped: " + String.join(", ", stopped));
        return ExitCode.OK.code();
    }
}
