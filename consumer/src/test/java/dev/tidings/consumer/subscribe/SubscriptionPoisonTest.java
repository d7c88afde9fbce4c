package dev.tidings.consumer.subscribe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.consumer.subscribe.internal.Batch;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.PoisonLaws;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A subscription, which reads {@code tidings.enriched}. */
class SubscriptionPoisonTest implements PoisonLaws {

    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://subscription-poison");
    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);
    private static final TopicPartition PARTITION =
            new TopicPartition(TOPICS.enriched().name(), 0);

    static {
        new SchemaRegistration(REGISTRY).registerAll(TOPICS);
    }

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY);
    private final List<Integer> taken = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    /** Where it begins is never asked here. */
    private final @Nullable SubscriptionPosition nowhere = null;

    private final SubscriptionReceiver receiver = new SubscriptionReceiver(
            headers -> true,
            0,
            serdes.deserializer(TOPICS.enriched(), EnrichedArticle.class),
            article -> taken.add(Integer.valueOf(article.event().getUri())),
            nowhere,
            (record, failure) -> reasons.add(failure.reason()),
            () -> 0);
    private long offset;

    @Override
    public byte[] goodValue(int number) {
        return serdes.<EnrichedArticle>serializer(TOPICS.enriched())
                .serialize(
                        "",
                        EnrichedArticle.newBuilder()
                                .setArticleId("id")
                                .setUri(String.valueOf(number))
                                .build());
    }

    @Override
    public byte[] goodKey(int number) {
        return ("id#" + number).getBytes(UTF_8);
    }

    @Override
    public byte[] otherValue() {
        return serdes.<LedgerEntry>serializer(TOPICS.ledger())
                .serialize("", LedgerEntry.newBuilder().setUri("news/a.txt").build());
    }

    @Override
    public void read(byte @Nullable [] key, byte @Nullable [] value) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset++, key, value);
        long unused = receiver.receiveBatch(new Batch(PARTITION, List.of(record), offset));
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
