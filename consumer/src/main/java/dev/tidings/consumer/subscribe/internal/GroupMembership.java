package dev.tidings.consumer.subscribe.internal;

import dev.tidings.kafka.admin.InstanceNameCheck;
import dev.tidings.kafka.admin.RetryBudget;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The membership of a process in a group under the name of its instance. For one thread. */
public final class GroupMembership implements Membership {

    private static final Logger LOG = LoggerFactory.getLogger(GroupMembership.class);
    private static final int RETURNS = 5;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final GroupMember member;
    private final Settings settings;
    private final Set<String> topics;
    private final BatchReceiver receiver;
    private final TopicAdmin broker;
    private final String takenMessage;
    private final RetryBudget returns = new RetryBudget(RETURNS, WINDOW, InstantSource.system());

    /**
     * Makes one; the group is not joined yet.
     *
     * @param topics names of the topics to read
     * @param broker stays the caller's
     * @param takenMessage one line for people when another process has the name
     */
    public GroupMembership(
            GroupMember member,
            Settings settings,
            Set<String> topics,
            BatchReceiver receiver,
            TopicAdmin broker,
            String takenMessage) {
        this.member = member;
        this.settings = settings;
        this.topics = Set.copyOf(topics);
        this.receiver = receiver;
        this.broker = broker;
        this.takenMessage = takenMessage;
    }

    @Override
    public PollLoop openLoop() {
        Consumer<byte[], byte[]> consumer = member.openConsumer(settings);
        return PollLoop.inGroup(consumer, topics, receiver);
    }

    @Override
    public void requireName(FencedInstanceIdException shutOut, String memberId, BooleanSupplier closing) {
        LOG.warn("group {} has shut this process out; looking whether another one has its name", member.group());
        if (nameCheck(closing)
                .isTaken(other -> isNamedSo(other) && !other.consumerId().equals(memberId))) {
            throw new SettingsException(takenMessage);
        }
        int turn = returns.spend();
        if (turn == 0) {
            throw new SettingsException("group " + member.group() + " has shut this process out " + (RETURNS + 1)
                    + " times within " + WINDOW.toMinutes()
                    + " minutes, and no other process is known to have its name: "
                    + shutOut.getMessage());
        }
        LOG.warn("no other process is known to have the name; joining again, {} of {}", turn, RETURNS);
    }

    private InstanceNameCheck nameCheck(BooleanSupplier closing) {
        Object session = member.consumerConfig(settings).get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
        return new InstanceNameCheck(
                broker, member.group(), Duration.ofMillis(Long.parseLong(String.valueOf(session))), closing);
    }

    private boolean isNamedSo(MemberDescription other) {
        return other.groupInstanceId().isPresent() && other.groupInstanceId().equals(member.groupInstanceId());
    }
}
