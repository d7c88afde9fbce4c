package dev.tidings.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.kafka.serde.FakeRegistry.Answer;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topics;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether it is the record or the registry that is to blame. */
class CheckedReaderTest {

    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);
    private static final RawArticle ARTICLE =
            RawArticle.newBuilder().setArticleId("an-id").build();
    private static final int FOREIGN_ID = 77;

    private final FakeRegistry registry = FakeRegistry.start();
    private CheckedReader<RawArticle> reader;
    private byte[] good;

    @BeforeEach
    void knowTheSchemas() {
        registry.putSubjects(TOPICS.allTopics(), 1);
        AvroSerdes serdes = new AvroSerdes(registry.config());
        reader = new AvroSerdes(registry.config()).reader(TOPICS.raw(), RawArticle.class);
        good = serdes.<RawArticle>serializer(TOPICS.raw()).serialize("", ARTICLE);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void tellsTheSchemaAValueWasWrittenWith() {
        assertThat(reader.readEvent(good).writerSchema().getFullName()).isEqualTo("dev.tidings.schemas.RawArticle");
        assertThat(reader.readEvent(good).writerSchema())
                .as("one instance per id")
                .isSameAs(reader.readEvent(good).writerSchema());
    }

    @Test
    void anIdThatARegistryOfOursDoesNotKnowIsTheRecordsFault() {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> reader.readEvent(withId(FOREIGN_ID)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("unknown_schema"));
    }

    @Test
    void anIdThatAnEmptiedRegistryDoesNotKnowIsWaitedFor() {
        registry.empty();

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> reader.readEvent(good))
                .withMessageContainingAll(registry.url(), "does not know tidings.raw-value", "emptied", "--registry");
    }

    @Test
    void aRegistryThatIsEmptiedWhileItIsWrittenToIsWaitedFor() {
        registry.empty();

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> new AvroSerdes(registry.config())
                        .<RawArticle>serializer(TOPICS.raw())
                        .serialize("", ARTICLE))
                .withMessageContaining("does not know tidings.raw-value");
    }

    @Test
    void aBadValueIsTheRecordsFaultAsLongAsTheRegistrySaysTheSameOfItsSchema() {
        reader.readEvent(good);

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> reader.readEvent(Arrays.copyOf(good, 9)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("truncated"));
    }

    @Test
    void aRegistryThatIsRefilledMeanwhileIsToBlameForWhatItsFormerSchemasDoNotFit() {
        reader.readEvent(good);
        registry.putSchema(ByteBuffer.wrap(good, 1, 4).getInt(), LedgerEntry.SCHEMA$);

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> reader.readEvent(Arrays.copyOf(good, 9)))
                .withMessageContainingAll(registry.url(), "something else", "filled anew");
    }

    @Test
    void aRegistryThatRefusesToConfirmLeavesTheQuestionOpen() {
        reader.readEvent(good);
        registry.answerWith(Answer.UNAUTHORIZED);

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> reader.readEvent(Arrays.copyOf(good, 9)))
                .withMessageContaining("401");
        assertThat(reader.readEvent(good).event())
                .as("what is known needs no registry")
                .isEqualTo(ARTICLE);
    }

    @Test
    void aSchemaOfAnotherKindIsTheRecordsFault() {
        registry.putForeign(FOREIGN_ID, "PROTOBUF", "message A {}");
        registry.putForeign(FOREIGN_ID + 1, "JSON", "{\"type\":\"object\"}");
        registry.putForeign(FOREIGN_ID + 2, "AVRO", "{\"type\":\"record\",\"name\":\"dash-ed\",\"fields\":[]}");

        for (int id = FOREIGN_ID; id <= FOREIGN_ID + 2; id++) {
            byte[] value = withId(id);
            assertThatExceptionOfType(UndecodableException.class)
                    .isThrownBy(() -> reader.readEvent(value))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo("malformed"));
        }
    }

    private byte[] withId(int id) {
        byte[] value = good.clone();
        ByteBuffer.wrap(value).putInt(1, id);
        return value;
    }
}
