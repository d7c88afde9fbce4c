package dev.tidings.consumer.subscribe;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.failure.UnfinishedException;
import dev.tidings.consumer.subscribe.internal.Batch;
import dev.tidings.consumer.subscribe.internal.BatchReceiver;
import dev.tidings.consumer.subscribe.internal.CommitNote;
import dev.tidings.consumer.subscribe.internal.PartitionLog;
import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.kafka.deadletter.DeadLetters.Position;
import dev.tidings.kafka.serde.RegistryUnavailableException;
import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.FailureCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Gives articles to a subscriber one by one. A record is done when the subscriber has returned, when it is not
 * wanted, or when it was given up; the record after it is not touched before.
 */
final class SubscriptionReceiver implements BatchReceiver {

    static final String SUBSCRIBER_FAILED = "subscriber_failed";

    /** How long records are handed out before the loop polls again, to stay in its group and to notice a close. */
    private static final Duration SLICE = Duration.ofMillis(100);

    private final Predicate<Headers> filter;
    private final int retries;
    private final Deserializer<EnrichedArticle> decoder;
    private final ArticleSubscriber subscriber;
    private final SubscriptionPosition position;
    private final GiveUp giveUp;
    private final LongSupplier nanoTime;
    private final Map<TopicPartition, Integer> failures = new HashMap<>();
    /** How far each partition went when it was assigned, for those that have not been read up to there. */
    private final Map<TopicPartition, Long> behind = new ConcurrentHashMap<>();

    private @Nullable RetryLaterException postponed;
    private volatile boolean stopped;

    /** Keeps a record that was given up among the dead letters. */
    public interface GiveUp {

        /**
         * Keeps the record.
         *
         * @throws RetryLaterException when that is not possible now
         */
        void keepSkipped(ConsumerRecord<byte[], byte[]> record, Failure failure);
    }

    /**
     * Makes one.
     *
     * @param filter tells from the headers of a record whether it is wanted
     * @param retries how often an article that failed is given again before it is given up
     * @param nanoTime a clock that only measures durations
     */
    public SubscriptionReceiver(
            Predicate<Headers> filter,
            int retries,
            Deserializer<EnrichedArticle> decoder,
            ArticleSubscriber subscriber,
            SubscriptionPosition position,
            GiveUp giveUp,
            LongSupplier nanoTime) {
        this.filter = filter;
        this.retries = retries;
        this.decoder = decoder;
        this.subscriber = subscriber;
        this.position = position;
        this.giveUp = giveUp;
        this.nanoTime = nanoTime;
    }

    @Override
    public Map<TopicPartition, Long> startOffsets(Map<TopicPartition, PartitionLog> logs) {
        Map<TopicPartition, Long> starts = position.positionOf(logs);
        logs.forEach((partition, log) -> {
            if (starts.getOrDefault(partition, 0L) < log.end()) {
                behind.put(partition, log.end());
            }
        });
        return starts;
    }

    @Override
    public void positionsReached(Map<TopicPartition, Long> positions) {
        behind.entrySet().removeIf(partition -> positions.getOrDefault(partition.getKey(), 0L) >= partition.getValue());
    }

    /** Returns whether all that stood in its partitions when they were assigned is done. */
    public boolean caughtUp() {
        return behind.isEmpty();
    }

    /** Stops before the next record. For any thread. */
    public void stopReceiving() {
        stopped = true;
    }

    @Override
    public CommitNote commitNote() {
        return position.commitNote();
    }

    @Override
    public long receiveBatch(Batch batch) {
        throwPostponed();
        long begun = nanoTime.getAsLong();
        for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
            boolean first = record == batch.records().get(0);
            boolean late = nanoTime.getAsLong() - begun >= SLICE.toNanos();
            if (stopped || (late && !first)) {
                return record.offset();
            }
            try {
                takeRecord(record);
                failures.remove(batch.partition());
            } catch (UnfinishedException e) {
                return record.offset();
            } catch (RetryLaterException e) {
                return postponeRecord(e, first, record.offset());
            }
        }
        return batch.next();
    }

    private void throwPostponed() {
        RetryLaterException waiting = postponed;
        postponed = null;
        if (waiting != null) {
            throw waiting;
        }
    }

    /** Reports what was done first; the wait begins when the rest is given again. */
    private long postponeRecord(RetryLaterException e, boolean first, long offset) {
        if (first) {
            throw e;
        }
        postponed = e;
        return offset;
    }

    private void takeRecord(ConsumerRecord<byte[], byte[]> record) {
        // Without a value it is a removal, which takes nothing back from a subscriber.
        if (record.value() == null || !filter.test(record.headers())) {
            return;
        }
        try {
            giveArticle(decodeArticle(record), record);
        } catch (UndecodableException e) {
            givenUp(record, Failure.of(FailureCategory.DESERIALIZATION, e.reason(), e));
        } catch (RegistryUnavailableException e) {
            throw new RetryLaterException(String.valueOf(e.getMessage()), e);
        }
    }

    private SubscribedArticle decodeArticle(ConsumerRecord<byte[], byte[]> record) {
        return new SubscribedArticle(
                decoder.deserialize(record.topic(), record.value()),
                ArticleHeaders.ofHeaders(record.headers()),
                Instant.ofEpochMilli(record.timestamp()),
                record.topic(),
                record.partition(),
                record.offset());
    }

    /** Wraps what a subscriber throws, so that it is not taken for a failure of the loop. */
    private void giveArticle(SubscribedArticle article, ConsumerRecord<byte[], byte[]> record) {
        try {
            subscriber.onArticle(article);
        } catch (RetryLaterException | UnfinishedException e) {
            throw e;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (Exception | StackOverflowError e) {
            recordFailed(record, e);
        }
    }

    private void recordFailed(ConsumerRecord<byte[], byte[]> record, Throwable cause) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        int times = failures.merge(partition, 1, Integer::sum);
        if (times <= retries) {
            throw new RetryLaterException(
                    "the subscriber failed at " + positionText(record) + ", attempt " + times + " of " + (retries + 1)
                            + ": " + cause,
                    cause);
        }
        givenUp(record, Failure.of(FailureCategory.SINK, SUBSCRIBER_FAILED, cause));
    }

    private void givenUp(ConsumerRecord<byte[], byte[]> record, Failure failure) {
        giveUp.keepSkipped(record, failure);
        subscriber.onGivenUp(new SkippedRecord(positionText(record), failure.reason(), failure.message()));
    }

    /** Returns where a record stands. */
    public static Position positionText(ConsumerRecord<byte[], byte[]> record) {
        return new Position(record.topic(), record.partition(), record.offset(), record.timestamp());
    }

    @Override
    public void partitionsReleased(Set<TopicPartition> partitions) {
        failures.keySet().removeAll(partitions);
        behind.keySet().removeAll(partitions);
        postponed = null;
    }
}
