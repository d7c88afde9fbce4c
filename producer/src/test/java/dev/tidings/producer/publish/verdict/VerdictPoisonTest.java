package dev.tidings.producer.publish.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.Poison;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** {@code publish --wait}, which reads the topics that an article can end in. */
class VerdictPoisonTest {

    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://verdict-poison");
    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);

    static {
        new SchemaRegistration(REGISTRY).registerAll(TOPICS);
    }

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY);
    private final VerdictRecords records = new VerdictRecords(TOPICS, serdes);
    private final ExpectedVerdict article = new ExpectedVerdict(ArticleId.of("news/a"), 1, "news/a", 0, 7);

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = "GOOD.*")
    void whateverIsNoVerdictIsPassedOver(Poison poison) {
        byte[] copy = serdes.<ArticleRelation>serializer(TOPICS.relations())
                .serialize(
                        "",
                        ArticleRelation.newBuilder()
                                .setArticleId(article.articleId())
                                .setSuppressed(true)
                                .setSourcePartition(article.partition())
                                .setSourceOffset(article.offset())
                                .build());
        byte[] other = serdes.<LedgerEntry>serializer(TOPICS.ledger())
                .serialize("", LedgerEntry.newBuilder().setUri("news/a.txt").build());
        byte[] key = poison.key(new byte[] {1});
        for (Topic topic : new Topic[] {TOPICS.enriched(), TOPICS.relations(), TOPICS.deadLetters()}) {
            assertThat(records.verdict(
                            article, new ConsumerRecord<>(topic.name(), 0, 0, key, poison.value(copy, other))))
                    .isEmpty();
        }
        assertThat(records.verdict(
                        article, new ConsumerRecord<>(TOPICS.relations().name(), 0, 0, key, copy)))
                .isPresent();
    }
}
