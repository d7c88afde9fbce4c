package dev.tidings.app.cli;

import dev.tidings.app.cli.doctor.Checkup;
import dev.tidings.app.cli.doctor.Finding;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.local.Installation;
import dev.tidings.schemas.kafka.ConnectionSettings;
import dev.tidings.schemas.kafka.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings doctor}: whether everything that Tidings needs is there. */
@Command(
        name = "doctor",
        description = "Check the machine, the build, Kafka, the registry, topics and schemas, and say what to do.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings doctor",
            "  tidings doctor -b kafka.example.org:9092 --registry https://registry.example.org"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final View<Finding> VIEW = View.of(Finding.class)
            .with("check", Finding::check)
            .with("state", finding -> state(finding.level()))
            .with("found", Finding::found)
            .with("fix", Finding::fix)
            .withFields(finding -> new Shown(finding.check(), state(finding.level()), finding.found(), finding.fix()));

    /** A finding as programs read it. */
    private record Shown(String check, String state, String found, String fix) {}

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = connection.resolve(console);
        Checkup checkup =
                new Checkup(Installation.current(), SettingsOptions.dataFolder(settings), console.environment());
        List<Finding> findings = checkup.findings(settings, ConnectionSettings.topics(settings));
        output.writer(console).list(VIEW, findings);
        return exit(findings).code();
    }

    private static ExitCode exit(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.level() == Finding.Level.UNREACHABLE)) {
            return ExitCode.UNREACHABLE;
        }
        boolean failed = findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAIL);
        return failed ? ExitCode.FAILURE : ExitCode.OK;
    }

    private static String state(Finding.Level level) {
        return switch (level) {
            case OK -> "ok";
            case WARN -> "warn";
            case FAIL, UNREACHABLE -> "fail";
        };
    }
}
