package dev.tidings.streams.replay.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.PoisonLaws;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.ReplayRun;
import dev.tidings.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The list of runs, which reads {@code tidings.replays}. */
class ReplaysPoisonTest implements PoisonLaws {

    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://replays-poison");
    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);
    private static final Pattern REASON = Pattern.compile("tidings\\.replays-0@\\d+ .*\\((\\w+)\\)");

    static {
        new SchemaRegistration(REGISTRY).registerAll(TOPICS);
    }

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY);
    private final List<String> told = new ArrayList<>();
    private final StoredRuns runs = new StoredRuns(serdes.deserializer(TOPICS.replays(), ReplayRun.class), told::add);
    private long offset;

    @Test
    void aRemovedRunIsGone() {
        read(goodKey(1), goodValue(1));
        read(goodKey(1), null);

        assertThat(taken()).isEmpty();
    }

    @Test
    void aRunKeepsItsLastRecordThatCanBeRead() {
        read(goodKey(1), goodValue(1));
        read(goodKey(1), "junk".getBytes(UTF_8));

        assertThat(taken()).containsExactly(1);
        assertThat(told)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("the record tidings.replays-0@1 ")
                        .contains("a null value for its key removes it"));
    }

    @Test
    void aRecordThatNoRunCanBeMadeOfIsPassedOver() {
        ReplayRun run = run(1);
        run.setEndOffsets(Map.of("no partition", 4L));
        read(goodKey(1), bytes(run));

        assertThat(taken()).isEmpty();
        assertThat(reasons()).containsExactly("malformed");
    }

    @Override
    public byte[] goodValue(int number) {
        return bytes(run(number));
    }

    private static ReplayRun run(int number) {
        return ReplayRun.newBuilder()
                .setName(String.valueOf(number))
                .setEndOffsets(Map.of("0", 4L))
                .build();
    }

    private byte[] bytes(ReplayRun run) {
        return serdes.<ReplayRun>serializer(TOPICS.replays()).serialize("", run);
    }

    @Override
    public byte[] goodKey(int number) {
        return String.valueOf(number).getBytes(UTF_8);
    }

    @Override
    public byte[] otherValue() {
        return serdes.<LedgerEntry>serializer(TOPICS.ledger())
                .serialize("", LedgerEntry.newBuilder().setUri("news/a.txt").build());
    }

    @Override
    public void read(byte @Nullable [] key, byte @Nullable [] value) {
        runs.takeRecord(new ConsumerRecord<>(TOPICS.replays().name(), 0, offset++, key, value));
    }

    @Override
    public List<Integer> taken() {
        return runs.all().stream().map(ReplayRun::getName).map(Integer::valueOf).toList();
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
