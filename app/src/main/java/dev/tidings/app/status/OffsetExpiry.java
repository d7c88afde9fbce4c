package dev.tidings.app.status;

import dev.tidings.app.cli.output.HumanText;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.health.ReceivedHeartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/**
 * When brokers forget where a group stands that has no members. They do not tell when it lost its last one; of our own
 * processes the heartbeats do.
 *
 * @param retention how long a group is remembered after that; empty when nobody may know
 * @param lastSeen when a process of a group was heard of last, by group
 * @param now by the broker's clock
 */
record OffsetExpiry(Optional<Duration> retention, Map<String, Instant> lastSeen, Instant now) {
    private static final String RETENTION = "offsets.retention.minutes";
    /** Who keeps offsets for longer means for ever. */
    private static final Duration FOR_EVER = Duration.ofDays(3_650);

    static OffsetExpiry ask(TopicAdmin broker, List<ReceivedHeartbeat> heartbeats, Instant now) {
        Map<String, Instant> lastSeen = new HashMap<>();
        heartbeats.forEach(received -> received.heartbeat()
                .getGroups()
                .forEach(group ->
                        lastSeen.merge(group, received.received(), (one, other) -> one.isAfter(other) ? one : other)));
        return new OffsetExpiry(retentionOf(broker), lastSeen, now);
    }

    private static Optional<Duration> retentionOf(TopicAdmin broker) {
        Collection<Node> nodes =
                broker.awaitAnswer(broker.adminClient().describeCluster().nodes());
        ConfigResource node = new ConfigResource(
                ConfigResource.Type.BROKER, nodes.iterator().next().idString());
        Config config = broker.awaitAnswer(
                        broker.adminClient().describeConfigs(List.of(node)).all())
                .get(node);
        return Optional.ofNullable(config)
                .map(found -> found.get(RETENTION))
                .map(ConfigEntry::value)
                .map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)));
    }

    /** Says when the positions of a group without members are forgotten; empty when never. */
    Optional<String> describe(String group) {
        return retention.filter(limit -> limit.compareTo(FOR_EVER) < 0).map(limit -> {
            Instant seen = lastSeen.get(group);
            return seen == null
                    ? "Kafka forgets where it stands " + HumanText.durationText(limit) + " after its last reader left"
                    : "Kafka forgets where it stands in "
                            + HumanText.durationText(positive(limit.minus(Duration.between(seen, now))));
        });
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /** Returns the groups that a process worked in, and of which the brokers know no position any more. */
    List<String> forgotten(Map<String, GroupPicture> groups) {
        return lastSeen.keySet().stream()
                .filter(group -> {
                    GroupPicture known = groups.getOrDefault(group, GroupPicture.NONE);
                    return known.positions().isEmpty() && known.members() == 0;
                })
                .sorted()
                .toList();
    }
}
