package dev.tidings.streams.application;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.streams.recovery.LocalState;
import dev.tidings.streams.recovery.TopicIdentities;
import dev.tidings.streams.recovery.TopicIdentities.Identity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.KafkaException;

/** Tells whether the topics of an application are still those that it was started with. Safe for use by many threads. */
final class TopicWatch {

    private final TopicAdmin broker;
    private final Set<String> sources;
    private final Set<String> changelogs;
    private final LocalState state;
    private TopicIdentities known = new TopicIdentities(Map.of());

    /**
     * Makes it.
     *
     * @param state local state, which remembers the changelogs that it was filled with
     */
    TopicWatch(TopicAdmin broker, ApplicationOutline outline, LocalState state) {
        this.broker = broker;
        this.sources = outline.sources();
        this.changelogs = outline.changelogs();
        this.state = state;
    }

    /** Begins with the topics that there are now. */
    synchronized void begin() {
        known = readTopics();
    }

    /**
     * Returns in words what has happened to a topic since; empty when nothing has, or the broker does not answer.
     * Changelogs that Kafka Streams has just made are taken note of.
     */
    synchronized Optional<String> findChange() {
        try {
            TopicIdentities now = readTopics();
            Optional<String> change = now.changeSince(known);
            if (change.isEmpty()) {
                known = now;
                rememberChangelogs(now);
            }
            return change;
        } catch (DependencyUnreachableException | KafkaException e) {
            return Optional.empty();
        }
    }

    private TopicIdentities readTopics() {
        Set<String> names = new TreeSet<>(sources);
        names.addAll(changelogs);
        return TopicIdentities.of(broker, names);
    }

    private void rememberChangelogs(TopicIdentities now) {
        Map<String, Identity> found = new TreeMap<>(now.known());
        found.keySet().retainAll(changelogs);
        if (found.size() == changelogs.size()) {
            state.rememberChangelogs(new TopicIdentities(found));
        }
    }

    /**
     * Refuses to start without a topic to read.
     *
     * @throws SettingsException when one is gone
     */
    void requireSources() {
        TopicIdentities now = TopicIdentities.of(broker, sources);
        sources.stream().filter(topic -> now.find(topic).isEmpty()).findFirst().ifPresent(gone -> {
            throw new SettingsException("topic " + gone + ", which it reads, is gone; start again to create it");
        });
    }
}
