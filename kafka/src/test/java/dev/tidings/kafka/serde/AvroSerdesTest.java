package dev.tidings.kafka.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {

    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://avro-serdes");
    private static final Topic RAW = Topics.of(Topics.DEFAULT_PREFIX).raw();
    private static final AvroSerdes SERDES = new AvroSerdes(REGISTRY);

    @BeforeAll
    static void registerSchemas() {
        new SchemaRegistration(REGISTRY).registerAll(Topics.of(Topics.DEFAULT_PREFIX));
    }

    @Test
    void writesAnArticleAndReadsItBack() {
        RawArticle article = article();

        assertThat(reader().deserialize(RAW.name(), write(article))).isEqualTo(article);
    }

    @Test
    void writesAReplayUnderTheLiveSubject() {
        Topic replayed = Topics.of(Topics.DEFAULT_PREFIX).replay("x").raw();

        assertThat(SERDES.<RawArticle>serializer(replayed).serialize(replayed.name(), article()))
                .isEqualTo(write(article()));
    }

    @Test
    void beginsWithTheConfluentMagicByteAndSchemaId() {
        ByteBuffer bytes = ByteBuffer.wrap(write(article()));

        assertThat(bytes.get()).isZero();
        assertThat(bytes.getInt()).isPositive();
    }

    @Test
    void aLargeEventLeavesNothingToTheNextOne() {
        Serializer<RawArticle> serializer = SERDES.serializer(RAW);
        RawArticle large = RawArticle.newBuilder(article())
                .setPayload(ByteBuffer.allocate(3 << 20))
                .build();

        assertThat(reader().deserialize(RAW.name(), serializer.serialize(RAW.name(), large)))
                .isEqualTo(large);
        assertThat(serializer.serialize(RAW.name(), article())).isEqualTo(write(article()));
    }

    @Test
    void anEventThatCannotBeWrittenLeavesNothingToTheNextOne() {
        Serializer<RawArticle> serializer = SERDES.serializer(RAW);
        RawArticle broken = RawArticle.newBuilder(article()).build();
        broken.put("mediaType", null);

        assertThatThrownBy(() -> serializer.serialize(RAW.name(), broken)).isInstanceOf(RuntimeException.class);
        assertThat(serializer.serialize(RAW.name(), article())).isEqualTo(write(article()));
    }

    @Test
    void onceTheIdIsKnownTheRegistryIsNotAsked() {
        try (FakeRegistry registry = FakeRegistry.start()) {
            Map<String, String> config = Map.of("schema.registry.url", registry.url());
            new SchemaRegistration(config).registerAll(Topics.of(Topics.DEFAULT_PREFIX));
            Serializer<RawArticle> serializer = new AvroSerdes(config).serializer(RAW);
            byte[] first = serializer.serialize(RAW.name(), article());
            registry.answerWith(FakeRegistry.Answer.INTERNAL_ERROR);

            assertThat(serializer.serialize(RAW.name(), article())).isEqualTo(first);
        }
    }

    @Test
    void namesWhyBytesAreNoEvent() {
        assertReason("tombstone", null);
        assertReason("not_avro", new byte[0]);
        assertReason("not_avro", "{\"json\":true}".getBytes(UTF_8));
        assertReason("truncated", Arrays.copyOf(write(article()), 30));
    }

    @Test
    void refusesAnEventOfAnotherKind() {
        byte[] entry = SERDES.<LedgerEntry>serializer(
                        Topics.of(Topics.DEFAULT_PREFIX).ledger())
                .serialize("x", LedgerEntry.newBuilder().setUri("a/b").build());

        assertThatThrownBy(() -> reader().deserialize(RAW.name(), entry)).isInstanceOf(UndecodableException.class);
    }

    @Test
    void waitsForARegistryThatDoesNotAnswerInsteadOfBlamingTheRecord() {
        AvroSerdes unreachable = new AvroSerdes(Map.of("schema.registry.url", "http://127.0.0.1:1"));
        Deserializer<RawArticle> reader = unreachable.deserializer(RAW, RawArticle.class);

        assertThatThrownBy(() -> reader.deserialize(RAW.name(), write(article())))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> unreachable.serializer(RAW).serialize(RAW.name(), article()))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    private static void assertReason(String reason, byte[] bytes) {
        assertThatThrownBy(() -> reader().deserialize(RAW.name(), bytes))
                .isInstanceOfSatisfying(
                        UndecodableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Deserializer<RawArticle> reader() {
        return SERDES.deserializer(RAW, RawArticle.class);
    }

    private static byte[] write(RawArticle article) {
        return SERDES.<RawArticle>serializer(RAW).serialize(RAW.name(), article);
    }

    private static RawArticle article() {
        return RawArticle.newBuilder()
                .setArticleId("2ed6657d-e927-568b-95e1-2665a8aea6a2")
                .setUri("seeds/000.txt")
                .setPayload(ByteBuffer.wrap("بەپێی راگەیێندراوی کۆشکی کرملین".getBytes(UTF_8)))
                .setFileModified(Instant.ofEpochMilli(1_632_873_600_000L))
                .build();
    }
}
