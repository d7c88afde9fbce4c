package dev.tidings.consumer.sink;

import dev.tidings.consumer.store.ArticleRecord;
import dev.tidings.consumer.store.RelationRecord;
import dev.tidings.consumer.store.SinkRecord;
import dev.tidings.consumer.store.StoredVerdict;
import dev.tidings.consumer.store.StoryRecord;
import dev.tidings.consumer.subscribe.ArticleHeaders;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.RegistryUnavailableException;
import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.kafka.serde.WriterSchemas;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.Topics;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Turns the records of the sink's topics into events to store.
 *
 * <p>Not part of the API: public for the tests of stores.
 */
public final class RecordDecoder {

    private final Topics topics;
    private final Deserializer<EnrichedArticle> articles;
    private final Deserializer<ArticleRelation> relations;
    private final Deserializer<Story> stories;
    private final WriterSchemas schemas;

    /**
     * Makes one.
     *
     * @param topics tell what the records of each topic are
     * @param registryConfig of the registry client
     */
    public RecordDecoder(Topics topics, Map<String, ?> registryConfig) {
        AvroSerdes serdes = new AvroSerdes(registryConfig);
        this.topics = topics;
        this.articles = serdes.deserializer(topics.enriched(), EnrichedArticle.class);
        this.relations = serdes.deserializer(topics.relations(), ArticleRelation.class);
        this.stories = serdes.deserializer(topics.stories(), Story.class);
        this.schemas = new WriterSchemas(registryConfig);
    }

    /**
     * Returns the event of a record.
     *
     * @throws UndecodableException when it holds none
     * @throws RegistryUnavailableException when that cannot be told now
     */
    public SinkRecord decodeRecord(ConsumerRecord<byte[], byte[]> origin) {
        if (origin.topic().equals(topics.enriched().name())) {
            EnrichedArticle article = articles.deserialize(origin.topic(), origin.value());
            return new ArticleRecord(origin, writerSchema(origin), article, verdict(origin.headers()));
        }
        if (origin.topic().equals(topics.stories().name())) {
            return new StoryRecord(origin, writerSchema(origin), stories.deserialize(origin.topic(), origin.value()));
        }
        ArticleRelation relation = relations.deserialize(origin.topic(), origin.value());
        return new RelationRecord(origin, writerSchema(origin), relation);
    }

    private static StoredVerdict verdict(Headers headers) {
        ArticleHeaders found = ArticleHeaders.ofHeaders(headers);
        return new StoredVerdict(found.verdict(), found.cluster(), found.decision(), found.evidence(), found.flags());
    }

    private Schema writerSchema(ConsumerRecord<byte[], byte[]> origin) {
        return schemas.schemaOf(origin.value());
    }
}
