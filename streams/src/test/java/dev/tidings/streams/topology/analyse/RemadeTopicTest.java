package dev.tidings.streams.topology.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.failure.RemadeTopicException;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.Route;
import dev.tidings.streams.topology.TopologyContext;
import java.util.Map;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A raw topic that is deleted and made anew under a running process begins again at offset 0. */
class RemadeTopicTest {

    private final MockProcessorContext<byte[], Object> context = new MockProcessorContext<>();

    @BeforeEach
    void setClock() {
        context.setCurrentSystemTimeMs(5);
    }

    @Test
    void aPartitionThatBeginsAgainIsNotRead() {
        RawProcessor reader = reader(ResumePoint.beginning());
        read(reader, 0, 40);
        read(reader, 0, 41);

        assertThatExceptionOfType(RemadeTopicException.class)
                .isThrownBy(() -> read(reader, 0, 0))
                .withMessageContainingAll("tidings.raw-0", "offset 0", "offset 41", "made anew");
        assertThat(context.forwarded()).hasSize(2);
    }

    @Test
    void norIsOneThatBeginsBeforeTheOffsetThatItsGroupHadCommitted() {
        RawProcessor reader = reader(ResumePoint.beginning().beginningAt(Map.of(0, 42L)));

        assertThatExceptionOfType(RemadeTopicException.class).isThrownBy(() -> read(reader, 0, 7));
        assertThat(context.forwarded()).isEmpty();
    }

    @Test
    void aPartitionThatWasNeverReadIsReadFromItsBeginning() {
        read(reader(ResumePoint.beginning().beginningAt(Map.of(0, 42L))), 1, 0);

        assertThat(context.forwarded()).hasSize(1);
    }

    private RawProcessor reader(ResumePoint resumePoint) {
        AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", "mock://remade"));
        TopologyContext topology =
                new TopologyContext(Topics.of(Topics.DEFAULT_PREFIX), serdes, new RegistryRetry(() -> true), 1_000);
        RawProcessor reader = new RawProcessor(
                topology, new Route("decode", FailureCategory.DESERIALIZATION, "decode", "dead-letter"), resumePoint);
        reader.init(context);
        return reader;
    }

    /** What is no event needs no schema, and is forwarded to the dead letters. */
    private void read(RawProcessor reader, int partition, long offset) {
        context.setRecordMetadata("tidings.raw", partition, offset);
        reader.process(new Record<>(new byte[] {1}, new byte[] {7}, 5));
    }
}
