package dev.tidings.app.cli.doctor;

import dev.tidings.app.status.Finding;
import dev.tidings.app.status.StatusQuery;
import dev.tidings.app.status.StatusReport;
import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import java.time.InstantSource;
import java.util.List;

/** Checks of what runs, wherever it does: the findings of {@code tidings status}. */
final class ServiceChecks {
    private static final String SERVICES = "services";

    private ServiceChecks() {}

    /** Runs them; brokers and registry answer. */
    static List<CheckResult> runChecks(Settings settings, Topics topics) {
        try (StatusQuery query = new StatusQuery(settings, topics, InstantSource.system())) {
            StatusReport report = query.askBrokers();
            return report.findings().isEmpty()
                    ? List.of(CheckResult.ok(SERVICES, report.processes().size() + " processes, all is well"))
                    : report.findings().stream().map(ServiceChecks::resultOf).toList();
        } catch (DependencyUnreachableException silent) {
            return List.of(CheckResult.unreachable(SERVICES, String.valueOf(silent.getMessage()), ""));
        }
    }

    private static CheckResult resultOf(Finding finding) {
        return switch (finding.level()) {
            case FAIL -> CheckResult.fail(finding.subject(), finding.found(), finding.fix());
            case WARN -> CheckResult.warn(finding.subject(), finding.found(), finding.fix());
        };
    }
}
