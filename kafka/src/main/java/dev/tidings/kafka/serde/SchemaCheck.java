package dev.tidings.kafka.serde;

import dev.tidings.kafka.admin.LogEnds;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a registry that is not the one that the records were written with: emptied and filled anew, it gives their
 * schema ids other meanings, and every older record would be taken for a bad one. Looks at the first and the last
 * records of topics before anything else is read of them.
 *
 * <p>One record proves nothing, since anybody may have written it: at either end, most of those that can be told must
 * contradict the registry.
 */
public final class SchemaCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaCheck.class);

    private final Settings settings;
    private final RegistryClient registry;

    /** Makes the check for the broker and the registry of the settings. */
    public SchemaCheck(Settings settings) {
        this.settings = settings;
        this.registry = new RegistryClient(settings.registryConfig());
    }

    /**
     * Makes sure of the registry for topics that exist.
     *
     * @throws SettingsException when it is not the one that their records were written with
     * @throws dev.tidings.kafka.admin.DependencyUnreachableException when Kafka or the registry does not answer
     */
    public void requireSameRegistry(Collection<Topic> topics) {
        findContradiction(topics).ifPresent(found -> {
            throw new SettingsException(found + "; " + remedy());
        });
    }

    /** Returns what to do when a contradiction is found. */
    public static String remedy() {
        return "bring back the registry's former content, or set --registry; without a backup, delete the records that"
                + " were written before (kafka-delete-records), or set another topic.prefix and publish again";
    }

    /** Returns the first contradiction between records and registry, one line; empty when they agree. */
    public Optional<String> findContradiction(Collection<Topic> topics) {
        try (LogEnds logs = new LogEnds(settings)) {
            return topics.stream()
                    .flatMap(topic -> contradictions(logs, topic).stream())
                    .findFirst();
        }
    }

    private List<String> contradictions(LogEnds logs, Topic topic) {
        SchemaTally first = new SchemaTally(registry, topic);
        SchemaTally last = new SchemaTally(registry, topic);
        try {
            logs.readFirst(topic, first::countRecord);
            logs.readLast(topic, last::countRecord);
        } catch (AuthorizationException e) {
            // A publisher need not be allowed to read raw; whoever reads it looks.
            LOG.debug("{} cannot be looked at: {}", topic.name(), e.getMessage());
        }
        return Stream.of(first, last)
                .flatMap(tally -> tally.contradiction().stream())
                .toList();
    }
}
