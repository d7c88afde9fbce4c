package dev.tidings.consumer.sink;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.TOPICS;
import static dev.tidings.consumer.store.TestEvents.article;
import static dev.tidings.consumer.store.TestEvents.garbage;
import static dev.tidings.consumer.store.TestEvents.id;
import static dev.tidings.consumer.store.TestEvents.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreLaws;
import dev.tidings.consumer.store.StoreWriter;
import dev.tidings.consumer.store.TestEvents;
import dev.tidings.consumer.subscribe.internal.Batch;
import dev.tidings.consumer.subscribe.internal.FencedException;
import dev.tidings.consumer.subscribe.internal.PartitionLog;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.FailureCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of events on their way into a store, whichever it is. */
public abstract class SinkReceiverLaws extends StoreLaws {

    private static final PartitionLog WHOLE_LOG = new PartitionLog(0, 1_000, OptionalLong.empty());

    private final List<DeadLetter> letters = new ArrayList<>();
    private StoreWriter store;
    private SinkReceiver receiver;

    @BeforeEach
    void openStore() {
        store = openWriter();
        receiver = receiver(TestEvents.decoder(), false);
        start(WHOLE_LOG);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void startsAtTheLogsStartWhenNothingIsStored() {
        assertThat(start(new PartitionLog(40, 50, OptionalLong.of(45)))).isEqualTo(40);
    }

    @Test
    void startsWhereTheStoreStandsWhateverTheGroupSays() {
        receiver.receiveBatch(batch(good(0, 5)));

        assertThat(start(new PartitionLog(0, 10, OptionalLong.of(2)))).isEqualTo(5);
    }

    @Test
    void anEventTheStoreRefusesIsTheOnlyOneOfItsBatchThatBecomesADeadLetter() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(good(0, 100));
        records.set(61, refused(61));

        receiver.receiveBatch(batch(records));

        assertThat(stored()).isEqualTo(99);
        assertThat(next()).isEqualTo(100);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.getStage()).isEqualTo("sink");
            assertThat(letter.getCategory()).isEqualTo(FailureCategory.SINK);
            assertThat(letter.getReason()).isEqualTo("rejected");
            assertThat(letter.getSourceTopic()).isEqualTo(ENRICHED.topic());
            assertThat(letter.getSourceOffset()).isEqualTo(61);
            assertThat(letter.getArticleId()).contains(id(61));
            assertThat(letter.getErrorMessage()).contains("revision");
        });
    }

    @Test
    void severalRefusedEventsAreFoundOneByOne() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(good(0, 64));
        for (int bad : new int[] {0, 1, 31, 32, 63}) {
            records.set(bad, refused(bad));
        }

        receiver.receiveBatch(batch(records));

        assertThat(stored()).isEqualTo(59);
        assertThat(letters).extracting(DeadLetter::getSourceOffset).containsExactly(0L, 1L, 31L, 32L, 63L);
    }

    @Test
    void bytesThatAreNoEventBecomeADeadLetterAndTheOthersAreStored() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(good(0, 10));
        records.set(9, garbage(9));

        receiver.receiveBatch(batch(records));

        assertThat(stored()).isEqualTo(9);
        assertThat(next()).isEqualTo(10);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo("not_avro");
            assertThat(letter.getValue()).isPresent();
        });
    }

    @Test
    void theSameFailureHasTheSameId() {
        SinkReceiver twin = receiver(TestEvents.decoder(), false);
        twin.startOffsets(Map.of(ENRICHED, WHOLE_LOG));
        receiver.receiveBatch(batch(List.of(garbage(0))));

        assertThatThrownBy(() -> twin.receiveBatch(batch(List.of(garbage(0))))).isInstanceOf(FencedException.class);

        assertThat(letters)
                .hasSize(2)
                .extracting(DeadLetter::getId)
                .containsOnly(letters.get(0).getId());
    }

    @Test
    void theStoreDoesNotPassAFailureThatIsNotKept() {
        SinkReceiver unheard = new SinkReceiver(
                store,
                TestEvents.decoder(),
                new SinkDeadLetters(1 << 20),
                all -> {
                    throw new RetryLaterException("Kafka does not answer", null);
                },
                false);
        unheard.startOffsets(Map.of(ENRICHED, WHOLE_LOG));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(good(0, 4));
        records.set(3, refused(3));

        assertThatThrownBy(() -> unheard.receiveBatch(batch(records))).isInstanceOf(RetryLaterException.class);
        assertThat(next()).isEqualTo(3);

        receiver.startOffsets(Map.of(ENRICHED, WHOLE_LOG));
        receiver.receiveBatch(batch(records));
        assertThat(stored()).isEqualTo(3);
        assertThat(next()).isEqualTo(4);
        assertThat(letters).hasSize(1);
    }

    @Test
    void aBatchThatComesAgainAfterHalfOfItWasStoredGoesOnAfterThatHalf() {
        List<DeadLetter> kept = new ArrayList<>();
        SinkReceiver retrying = new SinkReceiver(
                store,
                TestEvents.decoder(),
                new SinkDeadLetters(1 << 20),
                all -> {
                    if (!all.isEmpty() && kept.isEmpty()) {
                        kept.addAll(all);
                        throw new RetryLaterException("no acknowledgement", null);
                    }
                },
                false);
        retrying.startOffsets(Map.of(ENRICHED, WHOLE_LOG));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(good(0, 8));
        records.set(5, refused(5));

        assertThatThrownBy(() -> retrying.receiveBatch(batch(records))).isInstanceOf(RetryLaterException.class);
        retrying.receiveBatch(batch(records));

        assertThat(stored()).isEqualTo(7);
        assertThat(next()).isEqualTo(8);
    }

    @Test
    void waitsForARegistryThatDoesNotAnswer() {
        SinkReceiver deaf = receiver(
                new RecordDecoder(TOPICS, Map.of("schema.registry.url", "http://127.0.0.1:1/apis/ccompat/v7")), false);
        deaf.startOffsets(Map.of(ENRICHED, WHOLE_LOG));

        assertThatThrownBy(() -> deaf.receiveBatch(batch(good(0, 1))))
                .isInstanceOf(RetryLaterException.class)
                .hasMessageContaining("registry");
        assertThat(letters).isEmpty();
    }

    @Test
    void isFencedWhenAnotherWriterHasMovedOn() {
        SinkReceiver zombie = receiver(TestEvents.decoder(), false);
        zombie.startOffsets(Map.of(ENRICHED, WHOLE_LOG));
        receiver.receiveBatch(batch(good(0, 5)));

        assertThatThrownBy(() -> zombie.receiveBatch(batch(good(0, 3)))).isInstanceOf(FencedException.class);
        assertThat(zombie.startOffsets(Map.of(ENRICHED, WHOLE_LOG))).containsEntry(ENRICHED, 5L);
    }

    @Test
    void stopsWhenKafkaHasDeletedWhatWasNotStored() {
        receiver.receiveBatch(batch(good(0, 5)));

        assertThatThrownBy(() -> start(new PartitionLog(8, 10, OptionalLong.empty())))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("offsets 5 to 7", "tidings.enriched-0", "--skip-gap");
    }

    @Test
    void passesOverTheGapWhenAskedTo() {
        receiver.receiveBatch(batch(good(0, 5)));
        SinkReceiver skipping = receiver(TestEvents.decoder(), true);

        assertThat(skipping.startOffsets(Map.of(ENRICHED, new PartitionLog(8, 10, OptionalLong.empty()))))
                .containsEntry(ENRICHED, 8L);
        skipping.receiveBatch(batch(good(8, 10)));

        assertThat(next()).isEqualTo(10);
        assertThat(stored()).isEqualTo(7);
    }

    @Test
    void stopsWhenTheLogEndsBeforeWhereTheStoreStands() {
        receiver.receiveBatch(batch(good(0, 5)));

        assertThatThrownBy(() -> start(new PartitionLog(0, 3, OptionalLong.empty())))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("offset 5", "ends at 3", "--store", "--name");
    }

    private SinkReceiver receiver(RecordDecoder decoder, boolean skipGap) {
        return new SinkReceiver(store, decoder, new SinkDeadLetters(1 << 20), letters::addAll, skipGap);
    }

    private long start(PartitionLog log) {
        return receiver.startOffsets(Map.of(ENRICHED, log)).get(ENRICHED);
    }

    private static List<ConsumerRecord<byte[], byte[]>> good(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(offset -> record(offset, article(offset, 1).build(), "NEW"))
                .toList();
    }

    /** Decodes well, but no revision is below 1. */
    private static ConsumerRecord<byte[], byte[]> refused(long offset) {
        return record(offset, article(offset, 0).build(), "NEW");
    }

    private static Batch batch(List<ConsumerRecord<byte[], byte[]>> records) {
        return new Batch(ENRICHED, records, records.get(records.size() - 1).offset() + 1);
    }

    private long stored() {
        return countAll().revisions();
    }

    private long next() {
        return store.findOffsets(Set.of(ENRICHED)).getOrDefault(ENRICHED, StoreWriter.NOTHING_STORED);
    }
}
