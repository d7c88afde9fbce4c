package dev.tidings.consumer.subscribe.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.kafka.settings.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
    private final ConsumerService service = service();

    private ConsumerService service() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 10L));
        Resources owned = new Resources();
        owned.ownResource(timesClosed::incrementAndGet);
        return new ConsumerService(
                "test", PollLoop.inGroup(consumer, Set.of("topic"), receiver), owned, "another has this name");
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

    /** Takes every batch, doing before what a test says. */
    private static final class TakingReceiver implements BatchReceiver {
        private final AtomicReference<Runnable> onRecord = new AtomicReference<>(() -> {});

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
        public void partitionsReleased(Set<TopicPartition> partitions) {}
    }
}
