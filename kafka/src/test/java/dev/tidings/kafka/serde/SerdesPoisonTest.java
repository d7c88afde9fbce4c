package dev.tidings.kafka.serde;

import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reader that all others read by. */
class SerdesPoisonTest implements PoisonLaws {

    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://serdes-poison");
    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);

    static {
        new SchemaRegistration(REGISTRY).registerAll(TOPICS);
    }

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY);
    private final CheckedReader<RawArticle> reader = serdes.reader(TOPICS.raw(), RawArticle.class);
    private final List<Integer> taken = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    @Override
    public byte[] goodValue(int number) {
        return serdes.<RawArticle>serializer(TOPICS.raw())
                .serialize(
                        "",
                        RawArticle.newBuilder()
                                .setArticleId(String.valueOf(number))
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
        if (value == null) {
            return;
        }
        try {
            taken.add(Integer.valueOf(reader.readEvent(value).event().getArticleId()));
        } catch (UndecodableException e) {
            reasons.add(e.reason());
        }
    }

    @Override
    public List<Integer> taken() {
        return taken;
    }

    @Override
    public List<String> reasons() {
        return reasons;
    }
}
