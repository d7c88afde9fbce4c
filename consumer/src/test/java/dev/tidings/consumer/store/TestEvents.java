package dev.tidings.consumer.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.consumer.sink.RecordDecoder;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.Block;
import dev.tidings.schemas.BlockRole;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.Evidence;
import dev.tidings.schemas.Headline;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryEvidence;
import dev.tidings.schemas.StoryEvidenceKind;
import dev.tidings.schemas.StoryMember;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Events made of the real articles, as they come out of Kafka. */
public final class TestEvents {

    public static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);
    public static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://consumer-store");
    public static final TopicPartition ENRICHED =
            new TopicPartition(TOPICS.enriched().name(), 0);
    public static final TopicPartition RELATIONS =
            new TopicPartition(TOPICS.relations().name(), 0);
    public static final TopicPartition STORIES =
            new TopicPartition(TOPICS.stories().name(), 0);
    public static final SinkIdentity IDENTITY = new SinkIdentity(
            "sink",
            "cluster-a",
            Map.of(ENRICHED.topic(), "topic-1", RELATIONS.topic(), "topic-2", STORIES.topic(), "topic-3"));
    public static final Evidence NEAREST_MISS = new Evidence("other", 1L, 0.25, 0.5, "no_match", "sketch-1");

    private static final AvroSerdes SERDES = new AvroSerdes(REGISTRY);
    private static final List<String> SEEDS = seeds();

    static {
        new SchemaRegistration(REGISTRY).registerAll(TOPICS);
    }

    private TestEvents() {}

    public static RecordDecoder decoder() {
        return new RecordDecoder(TOPICS, REGISTRY);
    }

    public static String uri(long number) {
        return "seeds/article-" + number + ".txt";
    }

    public static String id(long number) {
        return ArticleId.of(uri(number));
    }

    /** The n-th article; the four real texts take turns. */
    public static EnrichedArticle.Builder article(long number, long revision) {
        String text = SEEDS.get((int) (number % SEEDS.size()));
        return EnrichedArticle.newBuilder()
                .setArticleId(id(number))
                .setUri(uri(number))
                .setRevision(revision)
                .setSource("seeds")
                .setSourceTopic(TOPICS.raw().name())
                .setSourcePartition(0)
                .setSourceOffset(number * 10 + revision)
                .setSourceTimestamp(Instant.parse("2026-01-02T03:04:05Z"))
                .setLanguage(number % SEEDS.size() < 2 ? "ckb" : "en")
                .setScript(number % SEEDS.size() < 2 ? "Arab" : "Latn")
                .setHeadlines(
                        List.of(new Headline("main", text.lines().findFirst().orElse(""))))
                .setText(text)
                .setBlocks(List.of(new Block(0L, (long) text.length(), BlockRole.PARAGRAPH, true)));
    }

    public static ConsumerRecord<byte[], byte[]> record(long offset, EnrichedArticle article, String verdict) {
        Headers headers = new RecordHeaders()
                .add(EventHeaders.VERDICT, verdict.getBytes(UTF_8))
                .add(EventHeaders.CLUSTER, article.getArticleId().getBytes(UTF_8))
                .add(EventHeaders.DECISION, String.valueOf(offset).getBytes(UTF_8))
                .add(EventHeaders.FLAGS, "late".getBytes(UTF_8))
                .add(EventHeaders.EVIDENCE, NEAREST_MISS.toHeader().getBytes(UTF_8));
        return record(TOPICS.enriched(), offset, article.getArticleId(), value(TOPICS.enriched(), article), headers);
    }

    public static ConsumerRecord<byte[], byte[]> record(long offset, ArticleRelation relation) {
        byte[] value = value(TOPICS.relations(), relation);
        return record(TOPICS.relations(), offset, relation.getArticleId(), value, new RecordHeaders());
    }

    public static ConsumerRecord<byte[], byte[]> record(long offset, Story story) {
        byte[] value = value(TOPICS.stories(), story);
        return record(TOPICS.stories(), offset, story.getStoryId(), value, new RecordHeaders());
    }

    /** The state of a story of these articles, the newest of which came at that hour. */
    public static Story.Builder story(int hour, long... members) {
        return Story.newBuilder()
                .setStoryId(id(members[0]))
                .setLabel("Story of " + members[0])
                .setFirstTime(Instant.EPOCH)
                .setLastTime(Instant.EPOCH.plus(Duration.ofHours(hour)))
                .setMembers(LongStream.of(members)
                        .mapToObj(number -> member(number, members[0]))
                        .toList());
    }

    private static StoryMember member(long number, long first) {
        EnrichedArticle.Builder article = article(number, 1);
        return StoryMember.newBuilder()
                .setArticleId(id(number))
                .setUri(uri(number))
                .setLanguage(article.getLanguage())
                .setScript(article.getScript())
                .setTitle("Title of " + number)
                .setSourceTimestamp(Instant.EPOCH.plus(Duration.ofMinutes(number)))
                .setDecision(number)
                .setScore(number == first ? 1 : 0.75)
                .setNearestId(number == first ? null : id(first))
                .setEvidence(
                        number == first ? List.of() : List.of(new StoryEvidence(StoryEvidenceKind.NAME, "پووتین", 2.5)))
                .build();
    }

    public static ConsumerRecord<byte[], byte[]> garbage(long offset) {
        return record(TOPICS.enriched(), offset, "key", "not an event".getBytes(UTF_8), new RecordHeaders());
    }

    /** A record without a value, which removes what has its key. */
    public static ConsumerRecord<byte[], byte[]> removal(Topic topic, long offset, String key) {
        return new ConsumerRecord<>(topic.name(), 0, offset, key.getBytes(UTF_8), null);
    }

    private static ConsumerRecord<byte[], byte[]> record(
            Topic topic, long offset, String key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                topic.name(),
                0,
                offset,
                1_767_000_000_000L,
                TimestampType.LOG_APPEND_TIME,
                key.length(),
                value.length,
                key.getBytes(UTF_8),
                value,
                headers,
                Optional.empty());
    }

    public static ArticleRelation.Builder copy(long number, long original) {
        EnrichedArticle.Builder article = article(number, 1);
        return ArticleRelation.newBuilder()
                .setArticleId(id(number))
                .setUri(uri(number))
                .setSource("seeds")
                .setTitle(article.getHeadlines().get(0).getValue())
                .setLanguage(article.getLanguage())
                .setKind(RelationKind.EXACT)
                .setSuppressed(true)
                .setRelatedId(id(original))
                .setRelatedRevision(1)
                .setRule("exact_fingerprint")
                .setAlgorithm("fold-1")
                .setClusterId(id(original))
                .setDecision(number)
                .setSourceTopic(TOPICS.raw().name())
                .setSourcePartition(0)
                .setSourceOffset(number * 10 + 1);
    }

    /** New articles numbered as their offsets, decoded. */
    public static List<SinkRecord> news(long from, long to) {
        RecordDecoder decoder = decoder();
        return Stream.iterate(from, number -> number < to, number -> number + 1)
                .map(number ->
                        decoder.decodeRecord(record(number, article(number, 1).build(), "NEW")))
                .toList();
    }

    public static <T extends SpecificRecord> byte[] value(Topic topic, T event) {
        return SERDES.<T>serializer(topic).serialize(topic.name(), event);
    }

    private static List<String> seeds() {
        Path folder = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(parent -> parent.resolve("seeds"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(TestEvents::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
