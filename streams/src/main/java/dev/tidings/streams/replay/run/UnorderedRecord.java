package dev.tidings.streams.replay.run;

import dev.tidings.streams.replay.plan.ReplayKafka;
import dev.tidings.streams.replay.plan.ReplayPlan;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker how far analyse has come, and only then where its topic ends. */
final class UnorderedRecord implements AnalysedEnds {

    private final ReplayKafka kafka;
    private final ReplayPlan plan;
    private final Names names;

    /**
     * What to ask about.
     *
     * @param group consumer group of analyse
     * @param raw topic it reads
     * @param unordered topic it writes, with the same partitions
     */
    record Names(String group, String raw, String unordered) {}

    UnorderedRecord(ReplayKafka kafka, ReplayPlan plan, Names names) {
        this.kafka = kafka;
        this.plan = plan;
        this.names = names;
    }

    /** Returns the raw offsets that analyse has committed, by partition. */
    Map<Integer, Long> committedOffsets() {
        return kafka.committedOffsets(names.group(), names.raw());
    }

    @Override
    public Map<Integer, Long> endsOf(Collection<Integer> partitions) {
        Map<Integer, Long> committed = committedOffsets();
        List<TopicPartition> passed = partitions.stream()
                .filter(partition -> plan.passed(partition, committed))
                .map(partition -> new TopicPartition(names.unordered(), partition))
                .toList();
        // Records are on their leader before their transaction commits; its marker, which readers wait for, comes
        // later.
        Map<Integer, Long> ends = new HashMap<>();
        if (!passed.isEmpty()) {
            kafka.endOffsets(passed).forEach((partition, end) -> ends.put(partition.partition(), end));
        }
        return ends;
    }
}
