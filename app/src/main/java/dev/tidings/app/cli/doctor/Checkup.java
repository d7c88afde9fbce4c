package dev.tidings.app.cli.doctor;

import dev.tidings.app.local.DataFolder;
import dev.tidings.app.local.Installation;
import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at everything that Tidings needs; starts and changes nothing. */
public final class Checkup {
    private final Installation installation;
    private final DataFolder folder;
    private final Map<String, String> environment;

    /**
     * Prepares a checkup.
     *
     * @param installation whose programs are looked for
     * @param folder whose disk is looked at
     * @param environment the variables of the process
     */
    public Checkup(Installation installation, DataFolder folder, Map<String, String> environment) {
        this.installation = installation;
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * Runs all checks.
     *
     * @param settings lead to the servers
     * @param topics that should be there
     * @return what they found, the machine first
     */
    public List<Finding> findings(Settings settings, Topics topics) {
        List<Finding> findings = new ArrayList<>();
        findings.add(MachineChecks.java(Runtime.version()));
        findings.add(MachineChecks.locale(System.getProperty("sun.jnu.encoding", "")));
        findings.add(MachineChecks.maven(environment.getOrDefault("PATH", "")));
        findings.add(MachineChecks.build(installation));
        findings.add(MachineChecks.disk(folder));
        findings.add(StateCheck.state(folder));
        findings.addAll(KafkaChecks.findings(settings, topics));
        findings.addAll(RegistryChecks.findings(settings, topics));
        return findings;
    }
}
