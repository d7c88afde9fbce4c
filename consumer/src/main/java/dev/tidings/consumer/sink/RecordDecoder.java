package dev.tidings.consumer.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.consumer.store.ArticleRecord;
import dev.tidings.consumer.store.RelationRecord;
import dev.tidings.consumer.store.RemovalRecord;
import dev.tidings.consumer.store.SinkRecord;
import dev.tidings.consumer.store.StoredVerdict;
import dev.tidings.consumer.store.StoryRecord;
import dev.tidings.consumer.subscribe.ArticleHeaders;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.CheckedReader;
import dev.tidings.kafka.serde.CheckedReader.Decoded;
import dev.tidings.kafka.serde.RegistryUnavailableException;
import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.RecordKeys.Version;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Turns the records of the sink's topics into events to store and removals.
 *
 * <p>Not part of the API: public for the tests of stores.
 */
public final class RecordDecoder {

    /** What a key that names nothing of ours names: nothing is stored under it. */
    private static final Version NOTHING = new Version("", 0);

    private final Topics topics;
    private final CheckedReader<EnrichedArticle> articles;
    private final CheckedReader<ArticleRelation> relations;
    private final CheckedReader<Story> stories;

    /**
     * Makes one.
     *
     * @param topics tell what the records of each topic are
     * @param registryConfig of the registry client
     */
    public RecordDecoder(Topics topics, Map<String, ?> registryConfig) {
        AvroSerdes serdes = new AvroSerdes(registryConfig);
        this.topics = topics;
        this.articles = serdes.reader(topics.enriched(), EnrichedArticle.class);
        this.relations = serdes.reader(topics.relations(), ArticleRelation.class);
        this.stories = serdes.reader(topics.stories(), Story.class);
    }

    /**
     * Returns what a record asks for.
     *
     * @throws UndecodableException when it holds no event
     * @throws RegistryUnavailableException when that cannot be told now
     */
    public SinkRecord decodeRecord(ConsumerRecord<byte[], byte[]> origin) {
        boolean removal = origin.value() == null;
        if (origin.topic().equals(topics.enriched().name())) {
            return removal ? articleRemoval(origin) : article(origin);
        }
        if (origin.topic().equals(topics.stories().name())) {
            return removal ? storyRemoval(origin) : story(origin);
        }
        return removal ? relationRemoval(origin) : relation(origin);
    }

    private ArticleRecord article(ConsumerRecord<byte[], byte[]> origin) {
        Decoded<EnrichedArticle> decoded = articles.readEvent(origin.value());
        return new ArticleRecord(origin, decoded.writerSchema(), decoded.event(), verdict(origin.headers()));
    }

    private RelationRecord relation(ConsumerRecord<byte[], byte[]> origin) {
        Decoded<ArticleRelation> decoded = relations.readEvent(origin.value());
        return new RelationRecord(origin, decoded.writerSchema(), decoded.event());
    }

    private StoryRecord story(ConsumerRecord<byte[], byte[]> origin) {
        Decoded<Story> decoded = stories.readEvent(origin.value());
        return new StoryRecord(origin, decoded.writerSchema(), decoded.event());
    }

    private static RemovalRecord articleRemoval(ConsumerRecord<byte[], byte[]> origin) {
        Version version = RecordKeys.findVersion(origin.key()).orElse(NOTHING);
        return removal(origin, RemovalRecord.Kind.ARTICLE, version, NOTHING);
    }

    private static RemovalRecord relationRemoval(ConsumerRecord<byte[], byte[]> origin) {
        Version version = RecordKeys.findVersion(origin.key()).orElse(NOTHING);
        Version related = RecordKeys.findRelated(origin.key()).orElse(NOTHING);
        return removal(origin, RemovalRecord.Kind.RELATION, version, related);
    }

    private static RemovalRecord storyRemoval(ConsumerRecord<byte[], byte[]> origin) {
        String id = origin.key() == null ? "" : new String(origin.key(), UTF_8);
        return removal(origin, RemovalRecord.Kind.STORY, new Version(id, 0), NOTHING);
    }

    private static RemovalRecord removal(
            ConsumerRecord<byte[], byte[]> origin, RemovalRecord.Kind kind, Version version, Version related) {
        return new RemovalRecord(
                origin, kind, version.articleId(), version.revision(), related.articleId(), related.revision());
    }

    private static StoredVerdict verdict(Headers headers) {
        ArticleHeaders found = ArticleHeaders.ofHeaders(headers);
        return new StoredVerdict(found.verdict(), found.cluster(), found.decision(), found.evidence(), found.flags());
    }
}
