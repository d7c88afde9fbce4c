package dev.tidings.streams.replay.run;

import dev.tidings.schemas.Topic;
import dev.tidings.streams.application.ApplicationOutline;
import dev.tidings.streams.replay.plan.CommittedLog;
import dev.tidings.streams.replay.plan.ReplayKafka;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells whether the stages behind the merger have finished. Topics are taken in the order in which an article meets
 * them: each is finished when its reader has committed past its last record, and only then does the next one have its
 * last record. For one thread.
 */
final class StageCompletion {

    private final ReplayKafka kafka;
    private final List<Hop> left = new ArrayList<>();

    /** A topic and the consumer group that reads it. */
    private record Hop(String group, Topic topic) {}

    /** Makes it for the topics of a run and the applications that read them. */
    StageCompletion(ReplayKafka kafka, List<Topic> topics, List<ApplicationOutline> applications) {
        this.kafka = kafka;
        for (Topic topic : topics) {
            applications.stream()
                    .filter(application -> application.sources().contains(topic.name()))
                    .forEach(application -> left.add(new Hop(application.id(), topic)));
        }
    }

    /** Returns whether all are finished; to be asked only after the merger has written its last record. */
    boolean areFinished() {
        while (!left.isEmpty() && isFinished(left.get(0))) {
            left.remove(0);
        }
        return left.isEmpty();
    }

    private boolean isFinished(Hop hop) {
        Map<Integer, Long> committed =
                kafka.committedOffsets(hop.group(), hop.topic().name());
        return endOffsets(hop).entrySet().stream()
                .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private Map<Integer, Long> endOffsets(Hop hop) {
        List<TopicPartition> partitions = kafka.partitionsOf(hop.topic());
        Map<TopicPartition, Long> beginnings = kafka.beginningOffsets(partitions);
        Map<Integer, Long> ends = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = kafka.committedConsumer()) {
            CommittedLog log = new CommittedLog(consumer);
            kafka.endOffsets(partitions)
                    .forEach((partition, end) -> ends.put(
                            partition.partition(),
                            log.afterLastRecord(partition, beginnings.getOrDefault(partition, 0L), end)));
        }
        return ends;
    }
}
