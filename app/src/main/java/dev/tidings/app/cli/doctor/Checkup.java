package dev.tidings.app.cli.doctor;

import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.Installation;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
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
    public List<CheckResult> runChecks(Settings settings, Topics topics) {
        List<CheckResult> checkResults = new ArrayList<>();
        checkResults.add(MachineChecks.checkJava(Runtime.version()));
        checkResults.add(MachineChecks.checkLocale(System.getProperty("sun.jnu.encoding", "")));
        checkResults.add(MachineChecks.checkMaven(environment.getOrDefault("PATH", "")));
        checkResults.add(MachineChecks.checkBuild(installation));
        checkResults.add(MachineChecks.checkDisk(folder));
        checkResults.add(StateCheck.checkState(folder));
        List<CheckResult> kafka = KafkaChecks.runChecks(settings, topics);
        checkResults.addAll(kafka);
        boolean readable = kafka.stream().noneMatch(CheckResult::isFailure);
        checkResults.addAll(RegistryChecks.runChecks(settings, topics, readable ? topics.allTopics() : List.of()));
        if (checkResults.stream().noneMatch(CheckResult::isFailure)) {
            checkResults.addAll(ServiceChecks.runChecks(settings, topics));
        }
        return checkResults;
    }
}
