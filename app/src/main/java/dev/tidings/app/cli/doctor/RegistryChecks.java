package dev.tidings.app.cli.doctor;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.serde.RegistryUnavailableException;
import dev.tidings.kafka.serde.SchemaCheck;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.MissingAddressException;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checks of the schema registry. */
final class RegistryChecks {
    private static final String REGISTRY = "registry";

    private RegistryChecks() {}

    /**
     * Runs them.
     *
     * @param readable topics whose records can be looked at: those that exist on a broker that answers
     */
    static List<CheckResult> runChecks(Settings settings, Topics topics, Collection<Topic> readable) {
        try {
            SchemaRegistration registration = new SchemaRegistration(settings.registryConfig());
            Collection<String> subjects = registration.registeredSubjects();
            List<CheckResult> results = new ArrayList<>();
            results.add(CheckResult.ok(REGISTRY, registration.address()));
            results.add(checkSubjects(subjects, topics));
            checkRecords(settings, readable).ifPresent(results::add);
            return results;
        } catch (MissingAddressException missing) {
            return List.of(CheckResult.unknown(REGISTRY, missing));
        } catch (RegistryUnavailableException silent) {
            return List.of(unavailable(REGISTRY, silent));
        } catch (SettingsException wrong) {
            return List.of(CheckResult.fail(
                    REGISTRY, String.valueOf(wrong.getMessage()), "check the registry.* settings in 'tidings config'"));
        }
    }

    /** The message is cause and fix, with a semicolon between. */
    private static CheckResult unavailable(String check, RegistryUnavailableException silent) {
        String message = String.valueOf(silent.getMessage());
        int fix = message.lastIndexOf("; ");
        return CheckResult.unreachable(check, message.substring(0, fix), message.substring(fix + 2));
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

    /** Returns the failure when the records were written with another registry; empty when they were not. */
    private static Optional<CheckResult> checkRecords(Settings settings, Collection<Topic> readable) {
        try {
            return new SchemaCheck(settings)
                    .findContradiction(readable)
                    .map(found -> CheckResult.fail("records", found, SchemaCheck.remedy()));
        } catch (RegistryUnavailableException e) {
            return Optional.of(unavailable("records", e));
        } catch (DependencyUnreachableException gone) {
            // The broker has a line of its own.
            return Optional.empty();
        }
    }
}
