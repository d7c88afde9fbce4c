package dev.tidings.consumer.sink;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.RELATIONS;
import static dev.tidings.consumer.store.TestEvents.article;
import static dev.tidings.consumer.store.TestEvents.copy;
import static dev.tidings.consumer.store.TestEvents.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.consumer.store.StoreLaws;
import dev.tidings.consumer.store.StoreWriter;
import dev.tidings.consumer.store.TestEvents;
import dev.tidings.consumer.subscribe.internal.PollLoop;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The sink's loop over a store that is taken away from it, on Kafka's own in-memory consumer. */
public abstract class SinkFaultLaws extends StoreLaws {

    private static final int EVENTS = 5;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");

    /** Removes the store as somebody does who does not know that it is in use. */
    protected abstract void removeStore() throws Exception;

    @Test
    void whatWasRemovedIsFilledAgainFromEveryPartitionAlsoFromThoseInWhichNothingComes() {
        try (StoreWriter store = openWriter()) {
            PollLoop loop = PollLoop.inGroup(
                    consumer,
                    Set.of(ENRICHED.topic(), RELATIONS.topic()),
                    new SinkReceiver(store, TestEvents.decoder(), new SinkDeadLetters(1 << 20), letters -> {}, false));
            runTurns(
                    loop,
                    turn(() -> true, this::assignBoth),
                    turn(() -> true, this::addAll),
                    turn(() -> stored() == EVENTS, this::removeUnchecked),
                    // Nothing comes, and yet it is noticed, and read again from the beginning.
                    turn(() -> positions().equals(Map.of(ENRICHED, 0L, RELATIONS, 0L)), this::addAll),
                    turn(() -> stored() == EVENTS, loop::close));
            assertThat(countAll().articles()).isEqualTo(EVENTS);
            assertThat(countAll().relations()).isEqualTo(EVENTS);
        }
    }

    private record Turn(BooleanSupplier when, Runnable what) {}

    private static Turn turn(BooleanSupplier when, Runnable what) {
        return new Turn(when, what);
    }

    /** Runs the loop and takes each turn as soon as its condition holds, one a poll at the most. */
    private void runTurns(PollLoop loop, Turn... turns) {
        Deque<Turn> left = new ArrayDeque<>(Arrays.asList(turns));
        scheduleNext(left);
        loop.run();
        assertThat(left).isEmpty();
    }

    private void scheduleNext(Deque<Turn> left) {
        consumer.schedulePollTask(() -> {
            if (left.element().when().getAsBoolean()) {
                left.remove().what().run();
            }
            if (!left.isEmpty()) {
                scheduleNext(left);
            }
        });
    }

    private void assignBoth() {
        consumer.updateBeginningOffsets(Map.of(ENRICHED, 0L, RELATIONS, 0L));
        consumer.updateEndOffsets(Map.of(ENRICHED, (long) EVENTS, RELATIONS, (long) EVENTS));
        consumer.rebalance(List.of(ENRICHED, RELATIONS));
    }

    private void addAll() {
        for (long offset = 0; offset < EVENTS; offset++) {
            consumer.addRecord(record(offset, article(offset, 1).build(), "NEW"));
            consumer.addRecord(record(offset, copy(offset + 100, offset).build()));
        }
    }

    private Map<TopicPartition, Long> positions() {
        return Map.of(ENRICHED, consumer.position(ENRICHED), RELATIONS, consumer.position(RELATIONS));
    }

    /** Returns how many articles are stored once as many relations are. */
    private long stored() {
        return countAll().relations() == EVENTS ? countAll().articles() : 0;
    }

    private void removeUnchecked() {
        try {
            removeStore();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
