package dev.tidings.streams.replay.plan;

import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topic;
import dev.tidings.streams.replay.plan.ReplayPlan.Range;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Turns a range of times into offsets, once.
 *
 * <p>Not part of the API: public for the packages of replay.
 */
public final class ReplayPlanner {

    private final ReplayKafka kafka;
    private final Topic raw;

    public ReplayPlanner(ReplayKafka kafka, Topic raw) {
        this.kafka = kafka;
        this.raw = raw;
    }

    /**
     * Returns the offsets of a request as raw stands now. Records of transactions that are still open, and what stands
     * behind them, are beyond the end.
     *
     * @throws SettingsException when there is no record in the range
     */
    public ReplayPlan planOffsets(ReplayRequest request) {
        List<TopicPartition> partitions = kafka.partitionsOf(raw);
        Map<TopicPartition, Long> beginnings = kafka.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = kafka.stableEnds(partitions);
        Optional<Instant> warm =
                request.warmUp().flatMap(before -> request.from().map(from -> from.minus(before)));
        Map<Integer, Range> ranges = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = kafka.committedConsumer()) {
            CommittedLog log = new CommittedLog(consumer);
            Map<TopicPartition, Long> starts = offsetsAt(request.from(), log, beginnings, ends);
            Map<TopicPartition, Long> warmUps = offsetsAt(warm, log, beginnings, ends);
            Map<TopicPartition, Long> limits = offsetsAt(request.to(), log, ends, ends);
            for (TopicPartition partition : partitions) {
                long limit = limits.getOrDefault(partition, 0L);
                long warmUp = Math.min(warmUps.getOrDefault(partition, 0L), limit);
                long end = log.afterLastRecord(partition, warmUp, limit);
                long start = Math.max(warmUp, Math.min(starts.getOrDefault(partition, 0L), end));
                ranges.put(partition.partition(), new Range(warmUp, start, end));
            }
        }
        return notEmpty(new ReplayPlan(ranges), request);
    }

    private Map<TopicPartition, Long> offsetsAt(
            Optional<Instant> time,
            CommittedLog log,
            Map<TopicPartition, Long> without,
            Map<TopicPartition, Long> ends) {
        if (time.isEmpty()) {
            return without;
        }
        long millis = time.get().toEpochMilli();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        kafka.firstAt(List.copyOf(ends.keySet()), millis).forEach((partition, offset) -> {
            long end = ends.getOrDefault(partition, 0L);
            offsets.put(partition, offset < 0 ? end : log.firstAt(partition, Math.min(offset, end), end, millis));
        });
        return offsets;
    }

    private ReplayPlan notEmpty(ReplayPlan plan, ReplayRequest request) {
        if (plan.isEmpty()) {
            throw new SettingsException(
                    raw.name() + " has no record from " + request.inWords() + "; 'tidings topics' shows what it holds");
        }
        return plan;
    }
}
