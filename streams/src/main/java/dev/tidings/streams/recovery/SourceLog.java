package dev.tidings.streams.recovery;

import dev.tidings.streams.recovery.TopicLogs.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The one partition that an ordered stage reads: which raw records stand where in it. For one thread. */
final class SourceLog {

    /** How many records are looked at to see when the newest are from: one may be far ahead of its time. */
    private static final long NEWEST = 16;

    private static final long FIRST_LOOK = 1_000;
    private static final long FURTHER = 8;

    private final TopicLogs logs;
    private final TopicPartition partition;
    private final Function<ConsumerRecord<byte[], byte[]>, Optional<RawReference>> reading;

    /**
     * Makes it.
     *
     * @param reading reads which raw record a record goes back to
     */
    SourceLog(
            TopicLogs logs,
            TopicPartition partition,
            Function<ConsumerRecord<byte[], byte[]>, Optional<RawReference>> reading) {
        this.logs = logs;
        this.partition = partition;
        this.reading = reading;
    }

    TopicPartition partition() {
        return partition;
    }

    Span span() {
        return logs.spanOf(partition);
    }

    /**
     * Returns the offset after the record that goes back to a raw record; empty when there is none.
     *
     * @param likely offset before which it most likely stands, so that its surroundings are looked through first
     */
    OptionalLong findAfter(RawReference raw, Span span, long likely) {
        long middle = span.clip(likely);
        return findIn(raw, new Span(span.begin(), middle))
                .or(() -> findIn(raw, new Span(middle, span.end())))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private Optional<Long> findIn(RawReference raw, Span span) {
        return logs.findLast(
                partition,
                span,
                record -> reading.apply(record)
                        .filter(reference -> reference.isAt(raw))
                        .map(reference -> record.offset() + 1));
    }

    /** Returns the raw records that the newest records before an offset go back to, in their order. */
    List<RawReference> newestBefore(long end, Span span) {
        return logs.findAll(partition, new Span(span.clip(end - FIRST_LOOK), span.clip(end)), reading);
    }

    /**
     * Returns the first offset that holds records of some time before an offset, by record time.
     *
     * @param millis how long before
     */
    long offsetBefore(long end, long millis, Span span) {
        OptionalLong horizon = horizonBefore(end, millis, span);
        return horizon.isEmpty()
                ? span.clip(end)
                : logs.firstAt(partition, horizon.getAsLong())
                        .map(place -> span.clip(place.offset()))
                        .orElse(span.begin());
    }

    /** Returns the offset after the last record before an offset: what stands between them are marks of transactions. */
    long afterLastBefore(long end, Span span) {
        return logs.findLast(
                        partition, new Span(span.begin(), span.clip(end)), record -> Optional.of(record.offset() + 1))
                .orElse(end);
    }

    /** Returns the time that lies some time before the newest records; empty when there are none. */
    OptionalLong horizonBefore(long end, long millis, Span span) {
        Span before = new Span(span.begin(), span.clip(end));
        Optional<Long> last = logs.findLast(partition, before, record -> Optional.of(record.offset()));
        if (last.isEmpty()) {
            return OptionalLong.empty();
        }
        Span newest = new Span(span.clip(last.get() - NEWEST), last.get() + 1);
        return logs.findAll(partition, newest, record -> Optional.of(record.timestamp())).stream()
                .mapToLong(time -> time - millis)
                .min();
    }

    /** Returns the time of the first record; empty when there is none. */
    OptionalLong firstTime() {
        return logs.firstAt(partition, 0)
                .map(place -> OptionalLong.of(place.time()))
                .orElse(OptionalLong.empty());
    }

    /**
     * Returns the newest raw record of each raw partition that a record goes back to.
     *
     * @param partitions after how many of them there is nothing more to find
     */
    Map<Integer, RawReference> newestByPartition(int partitions) {
        Span span = span();
        Map<Integer, RawReference> newest = new HashMap<>();
        long before = span.end();
        for (long look = FIRST_LOOK; before > span.begin() && newest.size() < partitions; look *= FURTHER) {
            long from = span.clip(span.end() - look);
            Map<Integer, RawReference> older = new HashMap<>();
            logs.findAll(partition, new Span(from, before), reading)
                    .forEach(reference -> older.put(reference.partition(), reference));
            older.forEach(newest::putIfAbsent);
            before = from;
        }
        return newest;
    }
}
