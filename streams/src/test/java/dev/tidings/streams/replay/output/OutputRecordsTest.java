package dev.tidings.streams.replay.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.Poison;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The output of a run: whatever stands in its topics is counted and hashed, or removes what did. */
class OutputRecordsTest {

    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://output-records");
    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX).replay("run");

    static {
        new SchemaRegistration(REGISTRY).registerAll(Topics.of(Topics.DEFAULT_PREFIX));
    }

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY);
    private final OutputRecords output =
            new OutputRecords(TOPICS, serdes.deserializer(TOPICS.deadLetters(), DeadLetter.class));

    @ParameterizedTest
    @EnumSource(Poison.class)
    void whateverIsNoLetterCountsAsWhatItIs(Poison poison) {
        byte[] value = poison.value(letter(), other());
        take(TOPICS.deadLetters(), null, letter());
        take(TOPICS.deadLetters(), poison.key(new byte[] {1}), value);
        take(TOPICS.enriched(), poison.key(new byte[] {1}), value);
        take(TOPICS.stories(), poison.key(new byte[] {1}), value);

        long counted = value == null ? 0 : 1;
        assertThat(output.summarise().counts())
                .containsEntry("dead-letters", 1 + counted)
                .containsEntry("enriched", counted)
                .containsEntry("relations", 0L)
                .containsEntry("stories", counted);
    }

    @Test
    void aStoryThatWasRemovedIsNoOutput() {
        byte[] key = "story".getBytes(UTF_8);
        String nothing = output.summarise().sha256();
        take(TOPICS.stories(), key, other());
        take(TOPICS.stories(), key, null);

        assertThat(output.summarise().counts()).containsEntry("stories", 0L);
        assertThat(output.summarise().sha256()).isEqualTo(nothing);
    }

    private void take(Topic topic, byte[] key, byte[] value) {
        output.takeRecord(topic, new ConsumerRecord<>(topic.name(), 0, 0, key, value));
    }

    private byte[] letter() {
        return serdes.<DeadLetter>serializer(TOPICS.deadLetters())
                .serialize("", DeadLetter.newBuilder().setId("a").build());
    }

    private byte[] other() {
        return serdes.<LedgerEntry>serializer(TOPICS.ledger())
                .serialize("", LedgerEntry.newBuilder().setUri("news/a.txt").build());
    }
}
