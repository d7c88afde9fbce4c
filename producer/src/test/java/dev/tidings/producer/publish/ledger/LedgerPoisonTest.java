package dev.tidings.producer.publish.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.PoisonLaws;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.producer.source.SourceRoot;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.LedgerOutcome;
import dev.tidings.schemas.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The publisher, which reads {@code tidings.ledger}. */
class LedgerPoisonTest implements PoisonLaws {

    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://ledger-poison");
    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);
    private static final Pattern REASON = Pattern.compile("tidings\\.ledger-0@\\d+ .*\\((\\w+)\\)");

    static {
        new SchemaRegistration(REGISTRY).registerAll(TOPICS);
    }

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY);
    private final Ledger ledger = new Ledger();
    private final List<String> told = new ArrayList<>();
    private final LedgerEntries entries = new LedgerEntries(
            ledger,
            new SourceRoot("news", Path.of("/news")),
            serdes.deserializer(TOPICS.ledger(), LedgerEntry.class),
            told::add);
    private long offset;

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aRemovedEntryIsForgotten() {
        read(goodKey(1), goodValue(1));
        read(goodKey(1), null);

        assertThat(taken()).isEmpty();
    }

    @Test
    void anInputKeepsItsLastEntryThatCanBeRead() {
        read(goodKey(1), goodValue(1));
        read(goodKey(1), "junk".getBytes(UTF_8));

        assertThat(taken()).containsExactly(1);
        assertThat(told)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("the record tidings.ledger-0@1 ")
                        .contains("a null value for its key removes it"));
    }

    @Override
    public byte[] goodValue(int number) {
        return serdes.<LedgerEntry>serializer(TOPICS.ledger())
                .serialize(
                        "",
                        LedgerEntry.newBuilder()
                                .setUri("news/" + number)
                                .setOutcome(LedgerOutcome.PUBLISHED)
                                .build());
    }

    @Override
    public byte[] goodKey(int number) {
        return ("news/" + number).getBytes(UTF_8);
    }

    @Override
    public byte[] otherValue() {
        return serdes.<DeadLetter>serializer(TOPICS.deadLetters())
                .serialize("", DeadLetter.newBuilder().setId("a").build());
    }

    @Override
    public void read(byte @Nullable [] key, byte @Nullable [] value) {
        entries.takeRecord(new ConsumerRecord<>(TOPICS.ledger().name(), 0, offset++, key, value));
    }

    @Override
    public List<Integer> taken() {
        return IntStream.rangeClosed(1, 3)
                .filter(number -> ledger.findRecord("news/" + number).isPresent())
                .boxed()
                .toList();
    }

    @Override
    public boolean readsEveryKey() {
        return false;
    }

    @Override
    public List<String> reasons() {
        return told.stream()
                .map(REASON::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }
}
