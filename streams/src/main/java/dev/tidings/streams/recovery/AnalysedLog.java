package dev.tidings.streams.recovery;

import dev.tidings.schemas.Analysed;
import dev.tidings.streams.recovery.TopicLogs.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds analysed articles by their raw records. The log is read once for where they stand; then it is read again in the
 * order in which they are asked for, which is its own. For one thread.
 */
final class AnalysedLog {

    /** Records that are read at once: some megabytes. */
    private static final long READ_AHEAD = 200;

    private final TopicLogs logs;
    private final TopicPartition partition;
    private final EventReader events;
    private final Map<RawPlace, Long> offsets = new HashMap<>();
    private final Map<Long, Analysed> ahead = new HashMap<>();
    private long known;

    private record RawPlace(long partition, long offset) {}

    AnalysedLog(TopicLogs logs, TopicPartition partition, EventReader events) {
        this.logs = logs;
        this.partition = partition;
        this.events = events;
    }

    /** Returns what was made of a raw record last; empty when the log does not hold it. */
    Optional<Analysed> find(long rawPartition, long rawOffset) {
        RawPlace place = new RawPlace(rawPartition, rawOffset);
        if (!offsets.containsKey(place)) {
            learnOffsets();
        }
        return Optional.ofNullable(offsets.get(place)).flatMap(this::read);
    }

    private void learnOffsets() {
        Span span = logs.spanOf(partition);
        Span unknown = new Span(span.clip(known), span.end());
        logs.findAll(partition, unknown, record -> {
            events.readAnalysed(record)
                    .ifPresent(raw -> offsets.put(new RawPlace(raw.partition(), raw.offset()), record.offset()));
            return Optional.empty();
        });
        known = span.end();
    }

    private Optional<Analysed> read(long offset) {
        if (!ahead.containsKey(offset)) {
            ahead.clear();
            Span span = logs.spanOf(partition);
            Span wanted = new Span(span.clip(offset), span.clip(offset + READ_AHEAD));
            logs.findAll(partition, wanted, record -> {
                events.readAnalysedEvent(record).ifPresent(event -> ahead.put(record.offset(), event));
                return Optional.empty();
            });
        }
        return Optional.ofNullable(ahead.get(offset));
    }
}
