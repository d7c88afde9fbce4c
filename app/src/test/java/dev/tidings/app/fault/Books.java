package dev.tidings.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.bench.SyntheticArticles;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.consumer.store.StoreCounts;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.Stores;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What a run has left in topics and store, held against the plan by id.
 *
 * @param pipeline ran, and still runs
 * @param planned the articles that were published
 * @param root first part of their uris
 */
record Books(Pipeline pipeline, SyntheticArticles planned, String root) {

    private static final Set<RelationKind> STORY_KINDS = Set.of(RelationKind.SAME_STORY, RelationKind.UNLINKED);

    /** Returns what was lost or doubled, a line for each kind; see {@link Outcomes#complaints}. */
    List<String> complaints() {
        Topics topics = pipeline.topics();
        Outcomes outcomes = new Outcomes(
                Outcomes.published(events(topics.raw(), RawArticle.class)),
                ids(topics.enriched()).toList(),
                events(topics.relations(), ArticleRelation.class),
                ids(topics.deadLetters()).toList());
        return outcomes.complaints(planned, root);
    }

    /** Waits for the sink, and fails unless the store holds what the topics hold, each article once. */
    void assertThatStoreHoldsTheSame() {
        pipeline.awaitSink();
        try (StoreReader store = Stores.openReader(SinkSettings.storeUrl(pipeline.settings()))) {
            StoreCounts counts = store.articles().countAll();
            assertThat(counts.articles())
                    .isEqualTo(planned.size() - planned.copies().size());
            assertThat(counts.revisions()).isEqualTo(counts.articles());
            assertThat(counts.suppressed()).isEqualTo(planned.copies().size());
            assertThat(ids(pipeline.topics().enriched())
                            .filter(id -> store.articles().findHistory(id).isEmpty()))
                    .isEmpty();
        }
    }

    /** Returns the kinds of all relations. */
    Set<String> verdicts() {
        return events(pipeline.topics().relations(), ArticleRelation.class).stream()
                .map(relation -> relation.getKind().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Reads the committed records of a topic, from its beginning. */
    Stream<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        return CommittedRecords.of(topic.name(), pipeline.settings().kafkaConfig()).stream();
    }

    /** Reads the relations that the deduplication stage decided: those of stories come from another stage. */
    Stream<ConsumerRecord<byte[], byte[]>> decidedRelations() {
        Topic topic = pipeline.topics().relations();
        try (Deserializer<ArticleRelation> reader =
                new AvroSerdes(pipeline.settings().registryConfig()).deserializer(topic, ArticleRelation.class)) {
            return records(topic)
                    .filter(record -> !STORY_KINDS.contains(
                            reader.deserialize(topic.name(), record.value()).getKind()))
                    .toList()
                    .stream();
        }
    }

    private Stream<String> ids(Topic topic) {
        return records(topic).map(record -> RecordKeys.articleId(record.key()));
    }

    private <T extends SpecificRecord> List<T> events(Topic topic, Class<T> type) {
        try (Deserializer<T> reader = new AvroSerdes(pipeline.settings().registryConfig()).deserializer(topic, type)) {
            return records(topic)
                    .map(record -> reader.deserialize(topic.name(), record.value()))
                    .toList();
        }
    }
}
