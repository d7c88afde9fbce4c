package dev.tidings.streams.recovery;

import dev.tidings.kafka.admin.TopicAdmin;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which topics stand under some names: a topic that was deleted and made anew has another id under the same name.
 *
 * @param known of the topics that exist, by name
 */
public record TopicIdentities(Map<String, Identity> known) {

    /**
     * One topic.
     *
     * @param id its id
     * @param partitions number of its partitions
     */
    public record Identity(String id, int partitions) {}

    /** Freezes the map. */
    public TopicIdentities {
        known = Map.copyOf(known);
    }

    /** Asks the broker. */
    public static TopicIdentities of(TopicAdmin broker, Collection<String> names) {
        Map<String, Identity> found = new TreeMap<>();
        broker.describeNames(names)
                .forEach((name, topic) -> found.put(
                        name,
                        new Identity(
                                topic.topicId().toString(), topic.partitions().size())));
        return new TopicIdentities(found);
    }

    /** Returns the topic of a name. */
    public Optional<Identity> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** Returns in words what has happened to topics since they were as given; empty when all are the same. */
    public Optional<String> changeSince(TopicIdentities before) {
        return new TreeMap<>(before.known)
                .entrySet().stream()
                        .flatMap(topic -> changeOf(topic.getKey(), topic.getValue()).stream())
                        .findFirst();
    }

    private Optional<String> changeOf(String name, Identity before) {
        Identity now = known.get(name);
        if (now == null) {
            return Optional.of("topic " + name + " was deleted");
        }
        if (!now.id().equals(before.id())) {
            return Optional.of("topic " + name + " was deleted and made anew");
        }
        return now.partitions() == before.partitions()
                ? Optional.empty()
                : Optional.of("topic " + name + " has " + now.partitions() + " partitions now, " + before.partitions()
                        + " before");
    }
}
