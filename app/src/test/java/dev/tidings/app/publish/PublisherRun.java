package dev.tidings.app.publish;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.Publisher;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Publishes as the command does and reads what came of it, committed records only. */
record PublisherRun(Map<String, String> flags, Topics topics) {

    PublisherRun with(String key, String value) {
        Map<String, String> more = new HashMap<>(flags);
        more.put(key, value);
        return new PublisherRun(more, topics);
    }

    Settings settings() {
        return Settings.resolveAll(PublishSettings.ALL, SettingSources.of(flags));
    }

    Publisher publisher() {
        return Publisher.open(settings(), topics, Clock.systemUTC());
    }

    PublishSummary publish(Path... paths) {
        return publish(PublishListener.NONE, PublishRequest.of(List.of(paths), Optional.empty()));
    }

    PublishSummary publish(PublishListener listener, PublishRequest request) {
        try (Publisher publisher = publisher()) {
            PublishSummary summary = publisher.publishInputs(request, listener);
            assertThat(summary.found())
                    .isEqualTo(summary.published() + summary.unchanged() + summary.skipped() + summary.deadLettered());
            return summary;
        }
    }

    /** Publishes and tells how each input ended, by uri. */
    Map<String, PublishOutcome> outcomes(Path... paths) {
        Map<String, PublishOutcome> outcomes = new TreeMap<>();
        PublishSummary summary = publish(
                new PublishListener() {
                    @Override
                    public void inputEnded(PublishOutcome outcome) {
                        assertThat(outcomes.put(outcome.uri(), outcome)).isNull();
                    }
                },
                PublishRequest.of(List.of(paths), Optional.empty()));
        assertThat(outcomes).hasSize((int) summary.found());
        return outcomes;
    }

    List<RawArticle> articles() {
        return read(topics.raw(), RawArticle.class);
    }

    /** As {@link #articles}, where the topics may not have been made yet. */
    List<RawArticle> articlesIfAny() {
        try (TopicAdmin admin = new TopicAdmin(settings())) {
            admin.ensureTopics(topics);
        }
        return articles();
    }

    List<DeadLetter> deadLetters() {
        return read(topics.deadLetters(), DeadLetter.class);
    }

    List<LedgerEntry> ledger() {
        return read(topics.ledger(), LedgerEntry.class);
    }

    /** The revisions of one article in the order of its partition; fails when they are in several. */
    List<RawArticle> revisionsOf(String uri) {
        List<ConsumerRecord<byte[], byte[]>> records = records(topics.raw()).stream()
                .filter(record -> RecordKeys.articleId(record.key()).equals(ArticleId.of(uri)))
                .toList();
        assertThat(records.stream().map(ConsumerRecord::partition).distinct()).hasSizeLessThanOrEqualTo(1);
        return decoded(records, topics.raw(), RawArticle.class);
    }

    /** Every article once, its bytes whole, and the ledger in step: what must hold after any fault and a second run. */
    void assertEachPublishedOnce(int expected) {
        List<RawArticle> articles = articles();
        assertThat(articles).extracting(RawArticle::getUri).doesNotHaveDuplicates();
        assertThat(articles).hasSize(expected);
        assertThat(articles)
                .allMatch(article -> article.getContentSha256()
                        .equals(DeadLetters.sha256Hex(article.getPayload().array())))
                .allMatch(article -> article.getRevision() == 1);
        assertThat(ledger()).extracting(LedgerEntry::getUri).hasSize(expected).doesNotHaveDuplicates();
    }

    <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
        return decoded(records(topic), topic, type);
    }

    /**
     * The committed records of a topic. Waits for the transactions that are open now: one that is committed can be seen
     * only a moment later.
     */
    List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        Map<String, Object> config = settings().kafkaConfig();
        config.put("isolation.level", "read_committed");
        Map<TopicPartition, Long> ends = ends(topic, IsolationLevel.READ_UNCOMMITTED);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return ends.keySet().stream()
                        .allMatch(partition -> consumer.position(partition) >= ends.get(partition));
            });
        }
        return records;
    }

    private <T extends SpecificRecord> List<T> decoded(
            List<ConsumerRecord<byte[], byte[]>> records, Topic topic, Class<T> type) {
        try (Deserializer<T> deserializer = new AvroSerdes(settings().registryConfig()).deserializer(topic, type)) {
            return records.stream()
                    .map(record -> deserializer.deserialize(record.topic(), record.value()))
                    .toList();
        }
    }

    /** Waits until the end of every committed transaction stands in the topics a publisher writes. */
    void awaitMarkers() {
        for (Topic topic : List.of(topics.raw(), topics.ledger())) {
            await().until(() ->
                    ends(topic, IsolationLevel.READ_COMMITTED).equals(ends(topic, IsolationLevel.READ_UNCOMMITTED)));
        }
    }

    private Map<TopicPartition, Long> ends(Topic topic, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            wanted.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        try (Admin admin = Admin.create(settings().kafkaConfig())) {
            admin.listOffsets(wanted, new ListOffsetsOptions(isolation))
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return ends;
    }

    /** A run on a stack, for topics that exist. */
    static PublisherRun on(LocalStack stack, Topics topics) {
        return new PublisherRun(LocalStackExtension.flags(stack), topics);
    }
}
