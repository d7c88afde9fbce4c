package dev.tidings.app.cli.status;

import dev.tidings.app.cli.output.DataWriter;
import dev.tidings.app.cli.output.HumanText;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.status.DiskStatus;
import dev.tidings.app.status.Finding;
import dev.tidings.app.status.ProcessStatus;
import dev.tidings.app.status.ReaderStatus;
import dev.tidings.app.status.StatusReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Shows people how an installation stands, and last, where eyes are, what is not as it should be. */
final class StatusTables {
    private static final View<ProcessStatus> PROCESSES = View.of(ProcessStatus.class)
            .withColumn("process", ProcessStatus::process)
            .withColumn("state", ProcessStatus::state)
            .withColumn("since", process -> durationText(process.stateSeconds() + process.heardSeconds()))
            .withColumn("up", process -> durationText(process.upSeconds()))
            .withColumn("version", ProcessStatus::version)
            .withColumn("where", ProcessStatus::placeText);

    private static final View<ReaderStatus> READERS = View.of(ReaderStatus.class)
            .withColumn("reader", ReaderStatus::reader)
            .withColumn("reads", reader -> String.join(" ", reader.topics()))
            .withColumn("partitions", StatusTables::partitionsText)
            .withColumn("waiting", reader -> reader.exact() ? reader.waiting() : reader.waitingText())
            .withColumn("behind", reader -> durationText(reader.behindSeconds()));

    private static final View<DiskStatus> DISKS = View.of(DiskStatus.class)
            .withColumn("disk of", DiskStatus::user)
            .withColumn("free", disk -> HumanText.bytesText(disk.free()))
            .withColumn("of", disk -> HumanText.bytesText(disk.total()))
            .withColumn("folder", DiskStatus::folder);

    private StatusTables() {}

    static void writeTables(StatusReport report, DataWriter writer) {
        writeTable(PROCESSES, report.processes(), writer);
        writeTable(READERS, report.readers(), writer);
        writeTable(DISKS, report.disks(), writer);
        writer.writeLine(summaryText(report));
        report.findings().forEach(finding -> writeFinding(finding, writer));
    }

    private static <T> void writeTable(View<T> view, List<T> rows, DataWriter writer) {
        if (!rows.isEmpty()) {
            writer.writeList(view, rows);
            writer.writeLine("");
        }
    }

    private static String partitionsText(ReaderStatus reader) {
        return reader.unread() == 0
                ? reader.partitions() + " read"
                : reader.unread() + " of " + reader.partitions() + " unread";
    }

    private static String durationText(long seconds) {
        return HumanText.durationText(Duration.ofSeconds(seconds));
    }

    private static String summaryText(StatusReport report) {
        String counts = "open transactions: " + report.transactions().size() + ", dead letters of the last hour: "
                + report.deadLettersOfLastHour();
        return report.findings().isEmpty() ? "all is well; " + counts : counts;
    }

    /** A command must come whole out of a terminal. */
    private static void writeFinding(Finding finding, DataWriter writer) {
        String level = finding.level().name().toLowerCase(Locale.ROOT);
        writer.writeLine(level + "  " + finding.subject() + ": " + finding.found());
        if (!finding.fix().isEmpty()) {
            writer.writeLine("      -> " + finding.fix());
        }
    }
}
