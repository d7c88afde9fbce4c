package dev.tidings.streams.replay.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class MergerTest {

    private static final TopicPartition ZERO = new TopicPartition("unordered", 0);
    private static final TopicPartition ONE = new TopicPartition("unordered", 1);

    private final Map<TopicPartition, OffsetAndMetadata> committedBefore = new HashMap<>();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none") {
        @Override
        public synchronized void assign(Collection<TopicPartition> partitions) {
            super.assign(partitions);
            // Unlike a group, the double forgets what was committed when it is assigned.
            commitSync(committedBefore);
        }
    };
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Map<Integer, Long> ends = new HashMap<>();

    @Test
    void writesRecordsInOneOrderWithTheirRawTimesAndWithTheirOffsets() {
        Merger merger = merger();
        add(ZERO, 0, 30, "a");
        add(ONE, 0, 10, "b");
        add(ONE, 1, 20, "c");

        merger.mergeStep();

        assertThat(written()).containsExactly("10 b", "20 c");
        assertThat(producer.history()).allMatch(record -> record.partition() == 0);
        assertThat(committed()).containsExactly(Map.of(ONE, new OffsetAndMetadata(2)));
        assertThat(merger.isDone()).isFalse();
    }

    @Test
    void writesTheRestOnlyWhenAnalyseHasPassedTheFrozenEndOfThePartitionThatKeepsItWaiting() {
        Merger merger = merger();
        add(ZERO, 0, 30, "a");
        merger.mergeStep();
        merger.mergeStep();
        assertThat(written()).isEmpty();

        ends.put(1, 0L);
        merger.mergeStep();
        assertThat(written()).containsExactly("30 a");
        assertThat(merger.isDone()).isFalse();

        ends.put(0, 1L);
        merger.mergeStep();
        assertThat(merger.isDone()).isTrue();
    }

    @Test
    void doesNotTakeAPartitionForEndedBeforeItHasReadAllThatStoodInItThen() {
        Merger merger = merger();
        add(ZERO, 0, 30, "a");
        // Analyse has passed the end, but the transaction with the last record of the partition is not visible yet.
        ends.put(1, 2L);
        merger.mergeStep();
        assertThat(written()).isEmpty();

        add(ONE, 0, 10, "b");
        merger.mergeStep();
        assertThat(written()).containsExactly("10 b");
        assertThat(merger.isDone()).isFalse();

        // What is left is a transaction marker: no record, but the position moves on.
        consumer.seek(ONE, 2);
        merger.mergeStep();
        assertThat(written()).containsExactly("10 b", "30 a");
    }

    @Test
    void goesOnWhereTheLastCommittedMergerStopped() {
        committedBefore.put(ZERO, new OffsetAndMetadata(2));
        Merger merger = merger();
        add(ZERO, 0, 5, "written before");
        add(ZERO, 1, 6, "written before too");
        add(ZERO, 2, 30, "a");
        add(ONE, 0, 40, "b");

        merger.mergeStep();

        assertThat(written()).containsExactly("30 a");
    }

    @Test
    void failsWithItsTransactionWhenARecordCannotBeWritten() {
        Merger merger = merger();
        add(ZERO, 0, 30, "a");
        add(ONE, 0, 10, "b");
        producer.commitTransactionException = new KafkaException("no");

        assertThatThrownBy(merger::mergeStep).isInstanceOf(KafkaException.class);
        assertThat(written()).isEmpty();
    }

    @Test
    void keepsPartitionsThatAreFarAheadWaitingWithoutReadingThemOn() {
        Merger merger = merger();
        byte[] large = new byte[11 * 1024 * 1024];
        for (int offset = 0; offset < 3; offset++) {
            consumer.addRecord(record(ZERO, offset, offset, large));
        }
        merger.mergeStep();
        assertThat(consumer.paused()).containsExactly(ZERO);

        add(ONE, 0, 10, "b");
        merger.mergeStep();
        assertThat(consumer.paused()).isEmpty();
        assertThat(producer.history()).hasSize(3);
    }

    @Test
    void carriesRemovalsAndJunkAsTheyAreForTheStageBehindItToJudge() {
        Merger merger = merger();
        consumer.addRecord(new ConsumerRecord<>("unordered", 0, 0, null, null));
        consumer.addRecord(new ConsumerRecord<>("unordered", 0, 1, null, new byte[] {0}));
        ends.put(0, 2L);
        ends.put(1, 0L);

        merger.mergeStep();
        merger.mergeStep();

        assertThat(producer.history()).extracting(ProducerRecord::value).containsExactly(null, new byte[] {0});
        assertThat(merger.isDone()).isTrue();
    }

    private Merger merger() {
        consumer.updateBeginningOffsets(Map.of(ZERO, 0L, ONE, 0L));
        consumer.updateEndOffsets(Map.of(ZERO, 0L, ONE, 0L));
        return new Merger(consumer, producer, this::ends, new Merger.Hop("unordered", 2, "analysed"));
    }

    private Map<Integer, Long> ends(Collection<Integer> partitions) {
        Map<Integer, Long> asked = new HashMap<>(ends);
        asked.keySet().retainAll(partitions);
        return asked;
    }

    private void add(TopicPartition partition, long offset, long time, String value) {
        consumer.addRecord(record(partition, offset, time, value.getBytes(UTF_8)));
    }

    private static ConsumerRecord<byte[], byte[]> record(
            TopicPartition partition, long offset, long time, byte[] value) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                time,
                TimestampType.CREATE_TIME,
                1,
                value.length,
                new byte[] {1},
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private Stream<String> written() {
        return producer.history().stream().map(MergerTest::line);
    }

    private static String line(ProducerRecord<byte[], byte[]> record) {
        return record.timestamp() + " " + new String(record.value(), UTF_8);
    }

    private List<Map<TopicPartition, OffsetAndMetadata>> committed() {
        return producer.consumerGroupOffsetsHistory().stream()
                .flatMap(groups -> groups.values().stream())
                .toList();
    }
}
