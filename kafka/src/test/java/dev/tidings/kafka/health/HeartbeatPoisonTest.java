package dev.tidings.kafka.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.PoisonLaws;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.schemas.Heartbeat;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.ProcessState;
import dev.tidings.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reader of {@code tidings.processes}. */
class HeartbeatPoisonTest implements PoisonLaws {

    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://heartbeat-poison");
    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);
    private static final Pattern REASON = Pattern.compile("\\((\\w+)\\)$");

    static {
        new SchemaRegistration(REGISTRY).registerAll(TOPICS);
    }

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY);
    private final List<String> told = new ArrayList<>();
    private final HeartbeatReader reader =
            new HeartbeatReader(serdes.reader(TOPICS.processes(), Heartbeat.class), told::add);
    private long offset;

    @Test
    void theNewestOfAProcessCountsAndARecordWithoutAValueTakesItAway() {
        read(goodKey(1), goodValue(1));
        read(goodKey(1), value(1, ProcessState.STOPPED));
        read(goodKey(2), goodValue(2));
        read(goodKey(2), null);

        assertThat(reader.newestHeartbeats())
                .extracting(received -> received.heartbeat().getState())
                .containsExactly(ProcessState.STOPPED);
    }

    @Override
    public byte[] goodValue(int number) {
        return value(number, ProcessState.READY);
    }

    private byte[] value(int number, ProcessState state) {
        return serdes.<Heartbeat>serializer(TOPICS.processes())
                .serialize(
                        "",
                        Heartbeat.newBuilder()
                                .setProcess("sink/" + number)
                                .setState(state)
                                .build());
    }

    @Override
    public byte[] goodKey(int number) {
        return ("sink/" + number).getBytes(UTF_8);
    }

    @Override
    public byte[] otherValue() {
        return serdes.<LedgerEntry>serializer(TOPICS.ledger())
                .serialize("", LedgerEntry.newBuilder().setUri("news/a.txt").build());
    }

    @Override
    public void read(byte @Nullable [] key, byte @Nullable [] value) {
        reader.takeRecord(new ConsumerRecord<>(TOPICS.processes().name(), 0, offset++, key, value));
    }

    @Override
    public List<Integer> taken() {
        return reader.newestHeartbeats().stream()
                .map(received ->
                        Integer.valueOf(received.heartbeat().getProcess().substring("sink/".length())))
                .toList();
    }

    @Override
    public List<String> reasons() {
        return told.stream().map(HeartbeatPoisonTest::reasonIn).toList();
    }

    private static String reasonIn(String line) {
        Matcher found = REASON.matcher(line);
        assertThat(found.find()).as(line).isTrue();
        return found.group(1);
    }
}
