package dev.tidings.consumer.store;

import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.AvroSerdes;
import dev.tidings.schemas.kafka.RegistryUnavailableException;
import dev.tidings.schemas.kafka.UndecodableException;
import dev.tidings.schemas.kafka.WriterSchemas;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Turns the records of the sink's topics into events to store. */
final class RecordDecoder {

    private final Topics topics;
    private final Deserializer<EnrichedArticle> articles;
    private final Deserializer<ArticleRelation> relations;
    private final Deserializer<Story> stories;
    private final WriterSchemas schemas;

    RecordDecoder(Topics topics, Map<String, ?> registryConfig) {
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
    SinkRecord decode(ConsumerRecord<byte[], byte[]> origin) {
        if (origin.topic().equals(topics.enriched().name())) {
            EnrichedArticle article = articles.deserialize(origin.topic(), origin.value());
            return new ArticleRecord(origin, writerSchema(origin), article, StoredVerdict.of(origin.headers()));
        }
        if (origin.topic().equals(topics.stories().name())) {
            return new StoryRecord(origin, writerSchema(origin), stories.deserialize(origin.topic(), origin.value()));
        }
        ArticleRelation relation = relations.deserialize(origin.topic(), origin.value());
        return new RelationRecord(origin, writerSchema(origin), relation);
    }

    private Schema writerSchema(ConsumerRecord<byte[], byte[]> origin) {
        return schemas.of(origin.value());
    }
}
