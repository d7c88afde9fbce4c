package dev.tidings.app.cli.doctor;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.MissingAddressException;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Checks of the schema registry. */
final class RegistryChecks {

    private RegistryChecks() {}

    static List<CheckResult> runChecks(Settings settings, Topics topics) {
        Map<String, Object> config;
        try {
            config = settings.registryConfig();
        } catch (MissingAddressException missing) {
            return List.of(CheckResult.unknown("registry", missing));
        }
        String address = String.valueOf(config.get("schema.registry.url"));
        try {
            Collection<String> subjects = new SchemaRegistration(config).registeredSubjects();
            return List.of(CheckResult.ok("registry", address), checkSubjects(subjects, topics));
        } catch (DependencyUnreachableException silent) {
            return List.of(CheckResult.unreachable(
                    "registry", "no answer from " + address, "start it with 'tidings up', or set --registry"));
        }
    }

    private static CheckResult checkSubjects(Collection<String> subjects, Topics topics) {
        List<String> wanted = topics.allTopics().stream().map(Topic::subject).toList();
        List<String> missing =
                wanted.stream().filter(subject -> !subjects.contains(subject)).toList();
        return missing.isEmpty()
                ? CheckResult.ok("schemas", wanted.size() + " of " + wanted.size())
                : CheckResult.fail(
                        "schemas",
                        (wanted.size() - missing.size()) + " of " + wanted.size() + ", without "
                                + String.join(", ", missing),
                        "'tidings up', 'tidings streams' or 'tidings publish' registers them");
    }
}
