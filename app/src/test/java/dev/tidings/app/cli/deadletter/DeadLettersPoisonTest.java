package dev.tidings.app.cli.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.deadletter.NewestLetters.Kept;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.PoisonLaws;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code tidings dlq}, which reads {@code tidings.dead-letters}. */
class DeadLettersPoisonTest implements PoisonLaws {

    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://dlq-poison");
    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);

    static {
        new SchemaRegistration(REGISTRY).registerAll(TOPICS);
    }

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY);
    private final NewestLetters letters =
            new NewestLetters(serdes.deserializer(TOPICS.deadLetters(), DeadLetter.class), letter -> true, 100, 1_000);
    private long offset;

    @Test
    void aRecordThatIsNoLetterIsShownWithWhereItStands() {
        read(goodKey(1), goodValue(1));
        read(null, "junk".getBytes(UTF_8));

        DeadLetter shown = letters.all().get(1).letter();
        assertThat(shown.getSourceTopic() + "-" + shown.getSourcePartition() + "@" + shown.getSourceOffset())
                .isEqualTo("tidings.dead-letters-0@1");
        assertThat(shown.getReason()).isEqualTo("not_avro");
        assertThat(shown.getStage()).isEqualTo("dlq");
        assertThat(shown.getId()).hasSizeGreaterThan(8);
    }

    @Override
    public byte[] goodValue(int number) {
        return serdes.<DeadLetter>serializer(TOPICS.deadLetters())
                .serialize(
                        "",
                        DeadLetter.newBuilder()
                                .setId("letter-" + number)
                                .setStage("decode")
                                .build());
    }

    @Override
    public byte[] goodKey(int number) {
        return new byte[] {(byte) number};
    }

    @Override
    public byte[] otherValue() {
        return serdes.<LedgerEntry>serializer(TOPICS.ledger())
                .serialize("", LedgerEntry.newBuilder().setUri("news/a.txt").build());
    }

    @Override
    public void read(byte @Nullable [] key, byte @Nullable [] value) {
        letters.takeRecord(new ConsumerRecord<>(TOPICS.deadLetters().name(), 0, offset++, key, value));
    }

    @Override
    public List<Integer> taken() {
        return letters.all().stream()
                .map(Kept::letter)
                .filter(letter -> letter.getStage().equals("decode"))
                .map(letter -> Integer.valueOf(letter.getId().substring("letter-".length())))
                .toList();
    }

    @Override
    public List<String> reasons() {
        return letters.all().stream()
                .map(Kept::letter)
                .filter(letter -> letter.getStage().equals("dlq"))
                .map(DeadLetter::getReason)
                .toList();
    }
}
