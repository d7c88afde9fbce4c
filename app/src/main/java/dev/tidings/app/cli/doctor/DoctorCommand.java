package dev.tidings.app.cli.doctor;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.app.cli.settings.SettingsOptions;
import dev.tidings.app.stack.Installation;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings doctor}: whether everything that Tidings needs is there. */
@Command(
        name = "doctor",
        description = {
            "Check machine, build, Kafka, registry, topics and services.",
            "Says of each thing that is not well what to do."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tidings doctor", "  tidings doctor -b kafka.example.org:9092 --registry https://example.org/r"})
public final class DoctorCommand implements Callable<Integer> {
    private static final View<CheckResult> VIEW = View.of(CheckResult.class)
            .withColumn("check", CheckResult::check)
            .withColumn("state", checkResult -> levelText(checkResult.level()))
            .withColumn("found", CheckResult::found)
            .withColumn("fix", CheckResult::fix)
            .withFields(checkResult -> new Shown(
                    checkResult.check(), levelText(checkResult.level()), checkResult.found(), checkResult.fix()));

    /** A check result as programs read it. */
    private record Shown(String check, String state, String found, String fix) {}

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = connection.resolveAnyway(console);
        Checkup checkup = new Checkup(
                Installation.currentInstallation(), SettingsOptions.dataFolder(settings), console.environment());
        List<CheckResult> checkResults = checkup.runChecks(settings, ConnectionSettings.topics(settings));
        output.openWriter(console).writeList(VIEW, checkResults);
        return exitCode(checkResults).code();
    }

    private static ExitCode exitCode(List<CheckResult> checkResults) {
        if (checkResults.stream().anyMatch(checkResult -> checkResult.level() == CheckResult.Level.UNREACHABLE)) {
            return ExitCode.UNREACHABLE;
        }
        boolean failed = checkResults.stream().anyMatch(checkResult -> checkResult.level() == CheckResult.Level.FAIL);
        return failed ? ExitCode.FAILURE : ExitCode.OK;
    }

    private static String levelText(CheckResult.Level level) {
        return switch (level) {
            case OK -> "ok";
            case WARN -> "warn";
            case FAIL, UNREACHABLE -> "fail";
        };
    }
}
