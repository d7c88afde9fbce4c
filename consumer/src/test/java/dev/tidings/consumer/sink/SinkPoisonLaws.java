package dev.tidings.consumer.sink;

import static dev.tidings.consumer.store.TestEvents.TOPICS;

import dev.tidings.consumer.store.StoreLaws;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoreWriter;
import dev.tidings.consumer.store.TestEvents;
import dev.tidings.consumer.subscribe.internal.Batch;
import dev.tidings.consumer.subscribe.internal.PartitionLog;
import dev.tidings.kafka.serde.PoisonLaws;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The sink, into whichever store, which reads three topics; each has a class below that extends this. */
public abstract class SinkPoisonLaws extends StoreLaws implements PoisonLaws {

    private final TopicPartition partition;
    private final List<DeadLetter> letters = new ArrayList<>();
    private StoreWriter store;
    private SinkReceiver receiver;
    private long offset;

    private SinkPoisonLaws(TopicPartition partition) {
        this.partition = partition;
    }

    @BeforeEach
    void openStore() {
        store = openWriter();
        receiver = new SinkReceiver(store, TestEvents.decoder(), new SinkDeadLetters(1 << 20), letters::addAll, false);
        Map<TopicPartition, Long> unused =
                receiver.startOffsets(Map.of(partition, new PartitionLog(0, 10, OptionalLong.empty())));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Override
    public byte[] goodValue(int number) {
        return good(number).value();
    }

    @Override
    public byte[] goodKey(int number) {
        return good(number).key();
    }

    protected abstract ConsumerRecord<byte[], byte[]> good(int number);

    protected abstract boolean isStored(StoreReader reader, int number);

    @Override
    public byte[] otherValue() {
        return TestEvents.value(
                TOPICS.ledger(), LedgerEntry.newBuilder().setUri("news/a.txt").build());
    }

    @Override
    public void read(byte @Nullable [] key, byte @Nullable [] value) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(partition.topic(), 0, offset++, key, value);
        long unused = receiver.receiveBatch(new Batch(partition, List.of(record), offset));
    }

    @Override
    public List<Integer> taken() {
        try (StoreReader reader = openReader()) {
            return IntStream.rangeClosed(1, 3)
                    .filter(number -> isStored(reader, number))
                    .boxed()
                    .toList();
        }
    }

    @Override
    public List<String> reasons() {
        return letters.stream().map(DeadLetter::getReason).toList();
    }

    /** Enriched articles. */
    public abstract static class OfArticles extends SinkPoisonLaws {

        protected OfArticles() {
            super(TestEvents.ENRICHED);
        }

        @Override
        protected ConsumerRecord<byte[], byte[]> good(int number) {
            return TestEvents.record(number, TestEvents.article(number, 1).build(), "NEW");
        }

        @Override
        protected boolean isStored(StoreReader reader, int number) {
            return reader.articles().findHistory(TestEvents.id(number)).isPresent();
        }
    }

    /** Relations. */
    public abstract static class OfRelations extends SinkPoisonLaws {

        protected OfRelations() {
            super(TestEvents.RELATIONS);
        }

        @Override
        protected ConsumerRecord<byte[], byte[]> good(int number) {
            return TestEvents.record(number, TestEvents.copy(number, 9).build());
        }

        @Override
        protected boolean isStored(StoreReader reader, int number) {
            return reader.articles().findHistory(TestEvents.id(number)).isPresent();
        }
    }

    /** Stories. */
    public abstract static class OfStories extends SinkPoisonLaws {

        protected OfStories() {
            super(TestEvents.STORIES);
        }

        @Override
        protected ConsumerRecord<byte[], byte[]> good(int number) {
            return TestEvents.record(number, TestEvents.story(number, number).build());
        }

        @Override
        protected boolean isStored(StoreReader reader, int number) {
            return reader.stories().findStory(TestEvents.id(number)).isPresent();
        }
    }
}
