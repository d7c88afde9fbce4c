package dev.tidings.app.stack;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A member that has a name in a group and does not live any more: that is how a group stands when its coordinator has
 * read only a part of its log, and takes the member that it found there for the present one.
 */
public final class PastMember {

    private static final Duration POLL = Duration.ofMillis(100);
    /** The shortest that brokers allow. */
    private static final String SESSION_MS = "6000";

    private PastMember() {}

    /** Takes a name in a group of consumers; whoever has it is shut out, and nobody lives who has it. */
    public static void takeName(Map<String, Object> connection, String group, String name, String topic) {
        takeName(connection, group, name, topic, CooperativeStickyAssignor.class);
    }

    /** The same in the group of a Kafka Streams application. */
    public static void takeStreamsName(Map<String, Object> connection, String group, String name, String topic) {
        takeName(connection, group, name, topic, StreamsNamesake.class);
    }

    private static void takeName(
            Map<String, Object> connection, String group, String name, String topic, Class<?> assignor) {
        Map<String, Object> config = new TreeMap<>(connection);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, assignor.getName());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        // A static member leaves its group in silence when it is closed.
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            Patience.await().until(() -> {
                consumer.poll(POLL);
                return consumer.groupMetadata().generationId() > 0;
            });
        }
    }

    /** Is called what the assignor of Kafka Streams is called, and assigns nothing. */
    public static final class StreamsNamesake implements ConsumerPartitionAssignor {

        @Override
        public String name() {
            return "stream";
        }

        @Override
        public ByteBuffer subscriptionUserData(Set<String> topics) {
            return ByteBuffer.allocate(0);
        }

        @Override
        public GroupAssignment assign(Cluster metadata, GroupSubscription subscriptions) {
            return new GroupAssignment(new HashMap<>(subscriptions.groupSubscription().keySet().stream()
                    .collect(Collectors.toMap(member -> member, member -> new Assignment(List.of())))));
        }
    }
}
