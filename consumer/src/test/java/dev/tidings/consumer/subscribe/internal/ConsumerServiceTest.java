package dev.tidings.consumer.subscribe.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.kafka.settings.SettingsException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InconsistentGroupProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the service on Kafka's own in-memory consumer. */
@Timeout(120)
class ConsumerServiceTest {

    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final AtomicInteger timesClosed = new AtomicInteger();
    private final TakingReceiver receiver = new TakingReceiver();
    private final TestMembership membership = new TestMembership();
    private final ConsumerService service = service();

    private ConsumerService service() {
        hold(consumer);
        Resources owned = new Resources();
        owned.ownResource(timesClosed::incrementAndGet);
        return new ConsumerService("test", membership, owned);
    }

    private static void hold(MockConsumer<byte[], byte[]> consumer) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 10L));
    }

    @Test
    void closedBeforeItIsStartedItLeavesNothingOpen() {
        service.close();

        assertThat(timesClosed).hasValue(1);
        assertThat(service.isOpen()).isFalse();
    }

    @Test
    void closedWhileItRunsItEndsAndThenClosesWhatItOwnsOnce() throws InterruptedException {
        service.start();
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(PARTITION)));
        assertThat(service.awaitCondition(service::isReady, PATIENCE)).isTrue();

        service.close();
        service.close();
        service.awaitEnd();

        assertThat(service.hasEnded()).isTrue();
        assertThat(consumer.closed()).isTrue();
        assertThat(timesClosed).hasValue(1);
    }

    @Test
    void closedByItsOwnThreadItReturnsAtOnceAndClosesWhatItOwnsAtTheEnd() throws InterruptedException {
        receiver.onRecord.set(service::close);
        startWithOneRecord();

        service.awaitEnd();

        assertThat(timesClosed).hasValue(1);
    }

    @Test
    void whoWaitsHearsOfTheFailureThatEndedIt() {
        consumer.schedulePollTask(() -> consumer.setPollException(new KafkaException("broken")));
        service.start();

        assertThatThrownBy(service::awaitEnd).hasMessage("broken");
        assertThatThrownBy(() -> service.awaitCondition(() -> false, PATIENCE)).hasMessage("broken");
        assertThat(timesClosed).as("only close closes").hasValue(0);
        service.close();
        assertThat(timesClosed).hasValue(1);
    }

    @Test
    void anErrorIsAFailureToo() {
        receiver.onRecord.set(() -> {
            throw new AssertionError("the service's own");
        });
        startWithOneRecord();

        assertThatThrownBy(service::awaitEnd).isInstanceOf(AssertionError.class);
    }

    @Test
    void aNameThatAnotherTookIsSaidInWords() {
        consumer.schedulePollTask(() -> consumer.setPollException(new FencedInstanceIdException("static member")));
        service.start();

        assertThatThrownBy(service::awaitEnd)
                .isInstanceOf(SettingsException.class)
                .hasMessage("another has this name");
    }

    @Test
    void shutOutThoughNobodyHasItsNameItJoinsAgainAndReadsOn() throws InterruptedException {
        MockConsumer<byte[], byte[]> second = new MockConsumer<>("none");
        hold(second);
        membership.next.add(second);
        second.schedulePollTask(() -> second.rebalance(List.of(PARTITION)));
        startWithOneRecord();
        consumer.schedulePollTask(() -> consumer.setPollException(new FencedInstanceIdException("static member")));

        assertThat(service.awaitCondition(
                        () -> service.isReady() && !second.subscription().isEmpty(), PATIENCE))
                .isTrue();
        assertThat(consumer.closed()).isTrue();
        assertThat(receiver.released).containsExactly(PARTITION);
        assertThat(service.findObstacle()).isEmpty();

        service.close();
        service.awaitEnd();
        assertThat(second.closed()).isTrue();
    }

    @Test
    void closedWhileItIsShutOutItEndsWithoutAFailure() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        membership.whileAsking = closing -> {
            asked.countDown();
            while (!closing.getAsBoolean()) {
                Thread.onSpinWait();
            }
        };
        consumer.schedulePollTask(() -> consumer.setPollException(new FencedInstanceIdException("static member")));
        service.start();
        asked.await();
        assertThat(service.isReady()).isFalse();
        assertThat(service.findObstacle())
                .hasValueSatisfying(why -> assertThat(why).contains("shut it out"));

        service.close();
        service.awaitEnd();
        assertThat(timesClosed).hasValue(1);
    }

    @Test
    void aGroupOfAnotherKindIsSaidInWords() {
        consumer.schedulePollTask(
                () -> consumer.setPollException(new InconsistentGroupProtocolException("another protocol")));
        service.start();

        assertThatThrownBy(service::awaitEnd)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("take another group");
    }

    @Test
    void aRefusalOfKafkaIsSaidInWords() {
        consumer.schedulePollTask(() -> consumer.setPollException(new AuthorizationException("not this topic")));
        service.start();

        assertThatThrownBy(service::awaitEnd)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("not this topic");
    }

    @Test
    void aConditionThatDoesNotComeIsWaitedForNoLongerThanAsked() throws InterruptedException {
        CountDownLatch polled = new CountDownLatch(1);
        consumer.schedulePollTask(polled::countDown);
        service.start();
        polled.await();

        assertThat(service.awaitCondition(() -> false, Duration.ofMillis(1))).isFalse();
        service.close();
    }

    private void startWithOneRecord() {
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(PARTITION)));
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>("topic", 0, 0, new byte[0], new byte[0])));
        service.start();
    }

    /** Opens a loop of the consumer, then one of each of the next; without any, another process has the name. */
    private final class TestMembership implements Membership {
        private final Deque<MockConsumer<byte[], byte[]>> next = new ArrayDeque<>(List.of(consumer));
        private Consumer<BooleanSupplier> whileAsking = closing -> {
            if (next.isEmpty()) {
                throw new SettingsException("another has this name");
            }
        };

        @Override
        public PollLoop openLoop() {
            return PollLoop.inGroup(next.remove(), Set.of("topic"), receiver);
        }

        @Override
        public void requireName(FencedInstanceIdException shutOut, String memberId, BooleanSupplier closing) {
            whileAsking.accept(closing);
        }
    }

    /** Takes every batch, doing before what a test says. */
    private static final class TakingReceiver implements BatchReceiver {
        private final AtomicReference<Runnable> onRecord = new AtomicReference<>(() -> {});
        private final Set<TopicPartition> released = ConcurrentHashMap.newKeySet();

        @Override
        public Map<TopicPartition, Long> startOffsets(Map<TopicPartition, PartitionLog> logs) {
            return Map.of(PARTITION, 0L);
        }

        @Override
        public long receiveBatch(Batch batch) {
            onRecord.get().run();
            return batch.next();
        }

        @Override
        public void partitionsReleased(Set<TopicPartition> partitions) {
            released.addAll(partitions);
        }
    }
}
