package dev.tidings.app.status;

import java.time.Instant;
import java.util.List;

/**
 * How an installation stands.
 *
 * @param time of the brokers when they were asked
 * @param processes that were heard of in the last day, by name
 * @param readers stages first, then sinks and subscribers
 * @param transactions that are open now
 * @param disks of brokers and processes
 * @param deadLettersOfLastHour how many
 * @param findings what is not as it should be, the worst first
 */
public record StatusReport(
        Instant time,
        List<ProcessStatus> processes,
        List<ReaderStatus> readers,
        List<OpenTransaction> transactions,
        List<DiskStatus> disks,
        long deadLettersOfLastHour,
        List<Finding> findings) {

    /** Keeps copies of the lists. */
    public StatusReport {
        processes = List.copyOf(processes);
        readers = List.copyOf(readers);
        transactions = List.copyOf(transactions);
        disks = List.copyOf(disks);
        findings = List.copyOf(findings);
    }

    /** Returns whether something does not work. */
    public boolean isRed() {
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAIL);
    }
}
