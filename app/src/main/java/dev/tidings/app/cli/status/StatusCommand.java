package dev.tidings.app.cli.status;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputFormat;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.app.status.StatusQuery;
import dev.tidings.app.status.StatusReport;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings status}: processes, who reads what and how far behind, and what is not as it should be. */
@Command(
        name = "status",
        description = {
            "Show processes, who reads what, lag, and what is wrong.",
            "Asks the brokers alone, so it sees the processes on all machines. Exit code 1 when something"
                    + " does not work (fail), 0 when all does, even if there is something to look at (warn)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings status",
            "  tidings status -b kafka.example.org:9092 --registry https://example.org/r",
            "  tidings status -o json    every figure, for a program"
        })
public final class StatusCommand implements Callable<Integer> {
    private static final View<StatusReport> REPORT = View.of(StatusReport.class);

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = connection.resolveToRead(console);
        StatusReport report;
        try (StatusQuery query =
                new StatusQuery(settings, ConnectionSettings.topics(settings), InstantSource.system())) {
            report = query.askBrokers();
        }
        if (output.format == OutputFormat.TABLE) {
            StatusTables.writeTables(report, output.openWriter(console));
        } else {
            output.openWriter(console).writeOne(REPORT, report);
        }
        return (report.isRed() ? ExitCode.FAILURE : ExitCode.OK).code();
    }
}
