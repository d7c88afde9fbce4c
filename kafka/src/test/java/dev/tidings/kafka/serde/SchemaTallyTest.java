package dev.tidings.kafka.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When records prove that the registry is not the one they were written with. */
class SchemaTallyTest {

    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);
    private static final Topic RAW = TOPICS.raw();
    private static final int SHIFT = 3;
    private static final int UNKNOWN = 500;

    private final FakeRegistry registry = FakeRegistry.start();
    private AvroSerdes serdes;
    private SchemaTally tally;
    private long offset;

    @BeforeEach
    void knowTheSchemas() {
        registry.putSubjects(TOPICS.allTopics(), 1);
        serdes = new AvroSerdes(registry.config());
        tally = new SchemaTally(new RegistryClient(registry.config()), RAW);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void recordsOfTheSameRegistryAgreeWithIt() {
        count(article());
        count(article());

        assertThat(tally.contradiction()).isEmpty();
    }

    @Test
    void recordsWhoseIdsMeanSomethingElseContradictIt() {
        byte[] former = article();
        registry.empty();
        registry.putSubjects(TOPICS.allTopics(), 1 + SHIFT);
        registry.putSchema(id(former), LedgerEntry.SCHEMA$);

        count(former);

        assertThat(tally.contradiction())
                .hasValueSatisfying(found -> assertThat(found)
                        .contains(
                                "tidings.raw-0@0 was written with schema id " + id(former),
                                registry.url(),
                                "says that this is dev.tidings.schemas.LedgerEntry",
                                "filled anew"));
    }

    @Test
    void recordsWhoseIdsItDoesNotKnowContradictIt() {
        count(withId(article(), UNKNOWN));

        assertThat(tally.contradiction())
                .hasValueSatisfying(found -> assertThat(found).contains("does not know it"));
    }

    @Test
    void oneRecordThatAnotherRegistryWroteProvesNothingBesideOurs() {
        count(withId(article(), UNKNOWN));
        count(article());

        assertThat(tally.contradiction()).isEmpty();
    }

    @Test
    void whatIsABadRecordInAnyCaseProvesNothing() {
        byte[] entry = serdes.<LedgerEntry>serializer(TOPICS.ledger())
                .serialize("", LedgerEntry.newBuilder().setUri("news/a.txt").build());
        count(null);
        count("junk".getBytes(UTF_8));
        count(entry);
        count(withId("no event at all".getBytes(UTF_8), UNKNOWN));

        assertThat(tally.contradiction()).isEmpty();
    }

    private void count(byte[] value) {
        tally.countRecord(new ConsumerRecord<>(RAW.name(), 0, offset++, null, value));
    }

    private byte[] article() {
        return serdes.<RawArticle>serializer(RAW)
                .serialize("", RawArticle.newBuilder().setArticleId("an-id").build());
    }

    private static int id(byte[] value) {
        return ByteBuffer.wrap(value, 1, 4).getInt();
    }

    private static byte[] withId(byte[] value, int id) {
        byte[] changed = value.clone();
        changed[0] = 0;
        ByteBuffer.wrap(changed).putInt(1, id);
        return changed;
    }
}
