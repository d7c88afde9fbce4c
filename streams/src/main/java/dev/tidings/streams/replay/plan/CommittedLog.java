package dev.tidings.streams.replay.plan;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a stretch of a partition. Ends are positions: the offset before an end may be a transaction marker, of which a
 * reader sees nothing but that its position moves on. For one thread.
 *
 * <p>Not part of the API: public for the packages of replay and recovery.
 */
public final class CommittedLog {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration MAX_SILENCE = Duration.ofSeconds(60);
    private static final long FIRST_LOOK = 16;
    private static final long FURTHER = 8;
    private static final long WINDOW = 1_000;

    private final Consumer<byte[], byte[]> consumer;

    /** Makes the reader over a consumer of committed records without a group. */
    public CommittedLog(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Consumes the records, in their order. */
    public interface Reader {
        /** Consumes one record. */
        void readRecord(ConsumerRecord<byte[], byte[]> record);
    }

    /**
     * Reads the committed records from one offset to just before another. Waits for transactions that are still open.
     *
     * @throws DependencyUnreachableException when nothing moves for a minute
     */
    public void readCommitted(TopicPartition partition, long start, long end, Reader reader) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, start);
        long position = start;
        long deadline = System.nanoTime() + MAX_SILENCE.toNanos();
        while (position < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    reader.readRecord(record);
                }
            }
            if (consumer.position(partition) > position) {
                deadline = System.nanoTime() + MAX_SILENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new DependencyUnreachableException(
                        partition + " cannot be read from " + position + " to " + end
                                + ": the broker does not answer, or a transaction stays open; try again later",
                        new IllegalStateException("no progress for " + MAX_SILENCE));
            }
            position = consumer.position(partition);
        }
    }

    /**
     * Returns the offset after the last committed record between two offsets; {@code start} when there is none. Whoever
     * has processed that record has committed at least this, while markers behind it may never be committed past.
     */
    public long afterLastRecord(TopicPartition partition, long start, long end) {
        return findLast(partition, start, end, record -> Optional.of(record.offset() + 1))
                .orElse(start);
    }

    /**
     * Returns what the last committed record between two offsets holds of which something is found; empty when nothing
     * is. Looks further and further back.
     */
    public <T> Optional<T> findLast(
            TopicPartition partition,
            long start,
            long end,
            Function<ConsumerRecord<byte[], byte[]>, Optional<T>> finding) {
        long before = end;
        for (long look = FIRST_LOOK; before > start; look *= FURTHER) {
            long from = Math.max(start, end - look);
            List<T> found = new ArrayList<>();
            readCommitted(
                    partition,
                    from,
                    before,
                    record -> finding.apply(record).ifPresent(last -> {
                        found.clear();
                        found.add(last);
                    }));
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
            before = from;
        }
        return Optional.empty();
    }

    /**
     * Returns the offset of the first committed record between two offsets that is not older than a time; {@code end}
     * when there is none. A broker that is asked for a time looks among markers as well, and theirs is the time of the
     * commit.
     */
    long firstAt(TopicPartition partition, long start, long end, long millis) {
        for (long from = start; from < end; from += WINDOW) {
            long[] first = {-1};
            readCommitted(partition, from, Math.min(end, from + WINDOW), record -> {
                if (first[0] < 0 && record.timestamp() >= millis) {
                    first[0] = record.offset();
                }
            });
            if (first[0] >= 0) {
                return first[0];
            }
        }
        return end;
    }
}
