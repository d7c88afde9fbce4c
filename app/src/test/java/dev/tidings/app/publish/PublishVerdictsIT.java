package dev.tidings.app.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.Patience;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.producer.publish.ArticleVerdict;
import dev.tidings.producer.publish.ArticleVerdict.InputOutcome;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Waiting for verdicts, with the verdicts written by hand, so that each way for an article to end is met. */
@ExtendWith(LocalStackExtension.class)
class PublishVerdictsIT {

    @TempDir
    Path temporary;

    PublisherRun publisherRun;
    Topics topics;
    Path news;

    @BeforeEach
    void aFolderAndTopics(LocalStack stack, Topics topics) throws IOException {
        this.topics = topics;
        publisherRun = PublisherRun.on(stack, topics);
        news = Files.createDirectory(temporary.resolve("news"));
    }

    @Test
    void eachArticleEndsInOneOfThreeTopics() throws IOException {
        write("a-new.txt", "b-copy.txt", "c-bad.txt");

        PublishSummary summary = publish(() -> {
            enriched("news/a-new.txt", 1);
            relation("news/b-copy.txt", true);
            deadLetter("news/c-bad.txt");
        });

        assertThat(summary.verdicts())
                .extracting(
                        ArticleVerdict::uri, ArticleVerdict::outcome, ArticleVerdict::verdict, ArticleVerdict::language)
                .containsExactlyInAnyOrder(
                        tuple("news/a-new.txt", InputOutcome.ENRICHED, "NEW", "ckb"),
                        tuple("news/b-copy.txt", InputOutcome.SUPPRESSED, "EXACT", "en"),
                        tuple("news/c-bad.txt", InputOutcome.DEAD_LETTERED, "undecodable", "und"));
        assertThat(summary.undecided()).isZero();
        assertThat(summary.anyDeadLettered()).isTrue();
    }

    @Test
    void aRelationThatWithholdsNothingIsNoVerdict() throws IOException {
        write("a.txt");

        PublishSummary summary = publishInVain(() -> relation("news/a.txt", false));

        assertThat(summary.verdicts()).isEmpty();
        assertThat(summary.undecided()).isEqualTo(1);
    }

    @Test
    void theVerdictOnAnEarlierRevisionIsNotTaken() throws IOException {
        write("a.txt");
        publisherRun.publish(news);
        Files.writeString(news.resolve("a.txt"), "changed");

        PublishSummary early = publishInVain(() -> enriched("news/a.txt", 1));
        assertThat(early.undecided()).isEqualTo(1);

        Files.writeString(news.resolve("a.txt"), "changed again");
        PublishSummary right = publish(() -> enriched("news/a.txt", 3));
        assertThat(right.verdicts()).extracting(ArticleVerdict::revision).containsExactly(3L);
    }

    @Test
    void verdictsFromBeforeThePublishAndOnOthersAreNotTaken() throws IOException {
        write("a.txt", "b.txt");
        publisherRun.publish(news.resolve("a.txt"));
        enriched("news/a.txt", 1);
        allOfRawIsRead("analyse", "");

        PublishSummary summary = publishInVain(() -> enriched("news/a.txt", 1));

        assertThat(summary.published()).isEqualTo(1);
        assertThat(summary.undecided()).isEqualTo(1);
    }

    @Test
    void whatAnEarlierPublishHasLeftOnItsWayIsWaitedFor() throws IOException {
        write("a.txt", "b.txt", "c.txt");
        publisherRun.publish(news);
        allOfRawIsRead("analyse", "news/c.txt");
        analysed("news/b.txt");

        PublishSummary summary = publish(() -> {
            enriched("news/b.txt", 1);
            relation("news/c.txt", true);
        });

        assertThat(summary.published()).isZero();
        assertThat(summary.unchanged()).isEqualTo(3);
        assertThat(summary.verdicts())
                .extracting(ArticleVerdict::uri, ArticleVerdict::outcome)
                .containsExactlyInAnyOrder(
                        tuple("news/b.txt", InputOutcome.ENRICHED), tuple("news/c.txt", InputOutcome.SUPPRESSED));
        assertThat(summary.undecided()).isZero();
    }

    @Test
    void anUnchangedArticleOnItsWayThatNobodyDecidesIsMissed() throws IOException {
        write("a.txt");
        publisherRun.publish(news);

        assertThat(publishInVain(() -> {}).undecided()).isEqualTo(1);
    }

    @Test
    void nothingPublishedIsNothingToWaitFor() throws IOException {
        write("a.txt");
        publisherRun.publish(news);
        allOfRawIsRead("analyse", "");

        PublishSummary summary = publish(() -> {});

        assertThat(summary.verdicts()).isEmpty();
        assertThat(summary.undecided()).isZero();
    }

    @Test
    void uncommittedVerdictsAreNoVerdicts() throws IOException {
        write("a.txt");
        try (Producer<byte[], byte[]> dedup =
                producer(Map.of("transactional.id", "dedup-" + topics.raw().name()))) {
            dedup.initTransactions();
            dedup.beginTransaction();
            PublishSummary summary = publishInVain(() -> {
                var unused = dedup.send(enrichedRecord("news/a.txt", 1));
                dedup.flush();
            });
            dedup.abortTransaction();
            assertThat(summary.undecided()).isEqualTo(1);
        }
    }

    /** Publishes and, when everything is committed, lets somebody write verdicts. */
    private PublishSummary publish(Runnable verdicts) {
        return publish(
                publisherRun.with("publish.wait.timeout.ms", String.valueOf(Patience.LIMIT.toMillis())), verdicts);
    }

    /** As {@link #publish(Runnable)}, but waits no longer than it takes to see that nothing comes. */
    private PublishSummary publishInVain(Runnable verdicts) {
        return publish(publisherRun.with("publish.wait.timeout.ms", "1000"), verdicts);
    }

    private PublishSummary publish(PublisherRun publisherRun, Runnable verdicts) {
        return publisherRun.publish(
                new PublishListener() {
                    @Override
                    public void awaitingVerdicts(long articles) {
                        verdicts.run();
                    }
                },
                PublishRequest.of(List.of(news), Optional.empty()).awaitingVerdicts());
    }

    /** Puts the position of a stage behind all of raw, but before one article, if any. */
    private void allOfRawIsRead(String stage, String butFor) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : publisherRun.records(topics.raw())) {
            positions.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
        if (!butFor.isEmpty()) {
            ConsumerRecord<byte[], byte[]> left = raw(butFor, 1);
            positions.put(new TopicPartition(left.topic(), left.partition()), new OffsetAndMetadata(left.offset()));
        }
        try (TopicAdmin admin = new TopicAdmin(publisherRun.settings())) {
            admin.awaitAnswer(admin.adminClient()
                    .alterConsumerGroupOffsets(topics.idPrefix() + stage, positions)
                    .all());
        }
    }

    /** As analysis does, for deduplication to read. */
    private void analysed(String uri) {
        ConsumerRecord<byte[], byte[]> raw = raw(uri, 1);
        send(record(
                topics.analysed(),
                raw.key(),
                Analysed.newBuilder()
                        .setArticleId(RecordKeys.articleId(raw.key()))
                        .setRevision(1)
                        .setUri(uri)
                        .setSourceTopic(raw.topic())
                        .setSourcePartition(raw.partition())
                        .setSourceOffset(raw.offset())
                        .build()));
    }

    private void enriched(String uri, long revision) {
        send(enrichedRecord(uri, revision));
    }

    private ProducerRecord<byte[], byte[]> enrichedRecord(String uri, long revision) {
        ConsumerRecord<byte[], byte[]> raw = raw(uri, revision);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topics.enriched().name(), raw.key(), "never decoded".getBytes(UTF_8));
        Map.of(
                        EventHeaders.VERDICT,
                        "NEW",
                        EventHeaders.LANG,
                        "ckb",
                        EventHeaders.SOURCE_PARTITION,
                        String.valueOf(raw.partition()),
                        EventHeaders.SOURCE_OFFSET,
                        String.valueOf(raw.offset()))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private void relation(String uri, boolean suppressed) {
        ConsumerRecord<byte[], byte[]> raw = raw(uri, 1);
        send(record(
                topics.relations(),
                RecordKeys.bytes(RecordKeys.articleVersion(raw.key()) + ">" + RecordKeys.article("original", 1)),
                ArticleRelation.newBuilder()
                        .setArticleId(RecordKeys.articleId(raw.key()))
                        .setKind(RelationKind.EXACT)
                        .setSuppressed(suppressed)
                        .setLanguage("en")
                        .setSourcePartition(raw.partition())
                        .setSourceOffset(raw.offset())
                        .build()));
    }

    private void deadLetter(String uri) {
        ConsumerRecord<byte[], byte[]> raw = raw(uri, 1);
        send(record(
                topics.deadLetters(),
                raw.key(),
                DeadLetter.newBuilder()
                        .setId("id")
                        .setReason("undecodable")
                        .setSourceTopic(raw.topic())
                        .setSourcePartition(raw.partition())
                        .setSourceOffset(raw.offset())
                        .build()));
    }

    private ConsumerRecord<byte[], byte[]> raw(String uri, long revision) {
        var articles =
                new AvroSerdes(publisherRun.settings().registryConfig()).deserializer(topics.raw(), RawArticle.class);
        return publisherRun.records(topics.raw()).stream()
                .filter(record -> {
                    RawArticle article = articles.deserialize(record.topic(), record.value());
                    return article.getUri().equals(uri) && article.getRevision() == revision;
                })
                .findFirst()
                .orElseThrow();
    }

    private ProducerRecord<byte[], byte[]> record(Topic topic, byte[] key, SpecificRecord event) {
        try (var events = new AvroSerdes(publisherRun.settings().registryConfig()).serializer(topic)) {
            return new ProducerRecord<>(topic.name(), key, events.serialize(topic.name(), event));
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try (Producer<byte[], byte[]> producer = producer(Map.of())) {
            var unused = producer.send(record);
            producer.flush();
        }
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> config = publisherRun.settings().kafkaConfig();
        config.putAll(more);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(news.resolve(name), name);
        }
    }
}
