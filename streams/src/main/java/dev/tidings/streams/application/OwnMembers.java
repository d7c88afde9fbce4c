package dev.tidings.streams.application;

import dev.tidings.kafka.admin.InstanceNameCheck;
import dev.tidings.kafka.admin.TopicAdmin;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The members that the threads of one application in this process are in its group: each is named after the instance and
 * the number of its thread. Safe for use by many threads.
 */
final class OwnMembers {

    private static final String THREAD = "-StreamThread-";

    private final InstanceNameCheck names;
    private final String instance;

    /**
     * Makes them.
     *
     * @param broker stays the caller's
     * @param config of the application
     * @param stopping whether the application is ending
     */
    OwnMembers(TopicAdmin broker, Properties config, BooleanSupplier stopping) {
        String session = valueOf(config, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
        this.instance = valueOf(config, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        this.names = new InstanceNameCheck(
                broker,
                config.getProperty(StreamsConfig.APPLICATION_ID_CONFIG),
                Duration.ofMillis(Long.parseLong(session)),
                stopping);
    }

    private static String valueOf(Properties config, String key) {
        return Optional.ofNullable(config.get(StreamsConfig.mainConsumerPrefix(key)))
                .or(() -> Optional.ofNullable(config.get(key)))
                .map(Object::toString)
                .orElseThrow();
    }

    /** Returns whether another process has the name of the thread that calls this, which its group has shut out. */
    boolean isNameTaken() {
        String thread = Thread.currentThread().getName();
        int number = thread.lastIndexOf(THREAD) + THREAD.length();
        Optional<String> name = Optional.of(instance + "-" + thread.substring(number));
        return names.isTaken(member -> member.groupInstanceId().equals(name));
    }
}
