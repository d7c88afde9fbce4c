package dev.tidings.streams.recovery;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.replay.plan.ReplayKafka;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** What the recovery of one start works with. For one thread. */
record RecoveryTools(Topics topics, RecoveryTerms terms, ReplayKafka kafka, TopicLogs logs, EventReader events)
        implements AutoCloseable {

    /** How far articles of two raw partitions may stand out of their order in time. */
    private static final long ORDER_MILLIS = 3_600_000;

    static RecoveryTools open(Topics topics, RecoveryTerms terms, ReplayKafka kafka) {
        AvroSerdes serdes = new AvroSerdes(kafka.settings().registryConfig());
        return new RecoveryTools(topics, terms, kafka, new TopicLogs(kafka), new EventReader(topics, serdes));
    }

    TopicAdmin broker() {
        return kafka.broker();
    }

    StageGroup groupOf(Stage stage) {
        return new StageGroup(broker(), stage, terms);
    }

    StageState stateOf(Stage stage) {
        return new StageState(broker(), stage);
    }

    PublishedLog published() {
        return new PublishedLog(topics, logs, events);
    }

    SourceLog analysed() {
        return new SourceLog(logs, new TopicPartition(topics.analysed().name(), 0), events::readAnalysed);
    }

    SourceLog storyFeatures() {
        return new SourceLog(logs, new TopicPartition(topics.storyFeatures().name(), 0), events::readFeatures);
    }

    /**
     * Returns whether raw holds articles between two times, which are missing from a topic that begins at the second.
     *
     * @param from first time; empty when nothing is known of what was
     * @param to time at which the topic begins; empty when it holds nothing
     */
    boolean rawHasBetween(OptionalLong from, OptionalLong to) {
        long end = to.isEmpty() ? Long.MAX_VALUE : to.getAsLong() - ORDER_MILLIS;
        return logs.partitionsOf(topics.raw()).stream()
                .flatMap(partition -> logs.firstAt(partition, from.orElse(0)).stream())
                .anyMatch(place -> place.time() < end);
    }

    @Override
    public void close() {
        events.close();
        logs.close();
    }
}
