package dev.tidings.streams.recovery;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.SettingsException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** The consumer group of a stage. */
final class StageGroup {

    private static final Duration PAUSE = Duration.ofMillis(100);
    /** A process that was killed counts as a member until its session ends. */
    private static final int SESSIONS = 3;

    private final TopicAdmin broker;
    private final Stage stage;
    private final RecoveryTerms terms;

    StageGroup(TopicAdmin broker, Stage stage, RecoveryTerms terms) {
        this.broker = broker;
        this.stage = stage;
        this.terms = terms;
    }

    /** Returns the committed offsets of a topic, by partition. */
    Map<Integer, Long> committedOffsets(String topic) {
        Map<Integer, Long> committed = new HashMap<>();
        broker.awaitAnswer(broker.adminClient()
                        .listConsumerGroupOffsets(stage.id())
                        .partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (partition.topic().equals(topic) && offset != null) {
                        committed.put(partition.partition(), offset.offset());
                    }
                });
        return committed;
    }

    /**
     * Waits until no process belongs to the group. What this instance left behind when it was killed does not count.
     *
     * @throws SettingsException when others stay
     */
    void awaitEmpty() {
        long deadline = System.nanoTime()
                + terms.sessionTimeout().multipliedBy(SESSIONS).toNanos();
        while (true) {
            Collection<MemberDescription> members = broker.membersOf(stage.id());
            if (members.isEmpty()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new SettingsException(stage.name() + " has to make its state anew, which one process must do"
                        + " alone, and others are at work (" + instancesOf(members)
                        + "); stop them, start this one, and then them");
            }
            removeOwn(members);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void removeOwn(Collection<MemberDescription> members) {
        Set<MemberToRemove> own = members.stream()
                .flatMap(member -> member.groupInstanceId().stream())
                .filter(Pattern.compile(Pattern.quote(terms.instance()) + "-\\d+")
                        .asMatchPredicate())
                .map(MemberToRemove::new)
                .collect(Collectors.toSet());
        if (!own.isEmpty()) {
            try {
                broker.awaitAnswer(broker.adminClient()
                        .removeMembersFromConsumerGroup(stage.id(), new RemoveMembersFromConsumerGroupOptions(own))
                        .all());
            } catch (UnknownMemberIdException e) {
                // Its session has just ended.
            }
        }
    }

    private static String instancesOf(Collection<MemberDescription> members) {
        return members.stream()
                .map(member -> member.groupInstanceId().orElse(member.consumerId()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Sets offsets of the group, which must be empty. */
    void resetTo(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        offsets.forEach((partition, offset) -> positions.put(partition, new OffsetAndMetadata(offset)));
        broker.awaitAnswer(broker.adminClient()
                .alterConsumerGroupOffsets(stage.id(), positions)
                .all());
    }
}
