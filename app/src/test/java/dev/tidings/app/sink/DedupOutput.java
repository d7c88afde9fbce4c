package dev.tidings.app.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.Block;
import dev.tidings.schemas.BlockRole;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.Evidence;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryChangeKind;
import dev.tidings.schemas.StoryEvidence;
import dev.tidings.schemas.StoryEvidenceKind;
import dev.tidings.schemas.StoryMember;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Publishes decided articles and relations as the deduplication stage does: in transactions, with its headers. */
public final class DedupOutput implements AutoCloseable {

    private static final int TRANSACTION = 250;

    private final Topics topics;
    private final String source;
    private final Producer<byte[], byte[]> producer;
    private final Serializer<EnrichedArticle> articles;
    private final Serializer<ArticleRelation> relations;
    private final Serializer<Story> stories;
    private final List<String> texts;

    public DedupOutput(LocalStack stack, Topics topics) {
        this(stack, topics, "news");
    }

    /** Makes one whose articles come from a source of this name. */
    public DedupOutput(LocalStack stack, Topics topics, String source) {
        this.topics = topics;
        this.source = source;
        AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", stack.registryUrl()));
        articles = serdes.serializer(topics.enriched());
        relations = serdes.serializer(topics.relations());
        stories = serdes.serializer(topics.stories());
        texts = seeds();
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.bootstrapServers(),
                        "transactional.id",
                        "dedup-" + source + topics.enriched().name(),
                        "linger.ms",
                        "20"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    public static String id(long number) {
        return ArticleId.of("news/" + number + ".txt");
    }

    /** Publishes new articles, each text made different by its number. */
    public void publish(long from, long to) {
        publish(from, to, 0);
    }

    /**
     * As {@link #publish(long, long)}.
     *
     * @param firstDecision what is added to an article's number to make the ordinal of the decision on it
     */
    public void publish(long from, long to, long firstDecision) {
        for (long first = from; first < to; first += TRANSACTION) {
            producer.beginTransaction();
            for (long number = first; number < Math.min(to, first + TRANSACTION); number++) {
                send(article(number).build(), firstDecision + number);
            }
            producer.commitTransaction();
        }
    }

    /** Begins to publish articles and takes them back. */
    public void publishAndAbort(long from, long to) {
        producer.beginTransaction();
        for (long number = from; number < to; number++) {
            send(article(number).build(), number);
        }
        producer.flush();
        producer.abortTransaction();
    }

    public void publish(EnrichedArticle article, long decision) {
        producer.beginTransaction();
        send(article, decision);
        producer.commitTransaction();
    }

    /** Publishes that articles were suppressed as copies of the one with the same number less a thousand. */
    void relate(long from, long to) {
        producer.beginTransaction();
        for (long number = from; number < to; number++) {
            ArticleRelation copy = ArticleRelation.newBuilder()
                    .setArticleId(id(number))
                    .setUri("news/" + number + ".txt")
                    .setKind(RelationKind.EXACT)
                    .setSuppressed(true)
                    .setRelatedId(id(number - 1_000))
                    .setRelatedRevision(1)
                    .setRule("exact_fingerprint")
                    .setAlgorithm("test")
                    .setClusterId(id(number - 1_000))
                    .setDecision(number)
                    .setSourceTopic(topics.raw().name())
                    .setSourceOffset(number)
                    .build();
            put(new ProducerRecord<>(
                    topics.relations().name(),
                    key(copy.getArticleId()),
                    relations.serialize(topics.relations().name(), copy)));
        }
        producer.commitTransaction();
    }

    /** Publishes the state of a story of these articles. */
    void tell(long... members) {
        Story story = Story.newBuilder()
                .setStoryId(id(members[0]))
                .setLabel("Story of " + members[0])
                .setLabels(Map.of("ckb", "چیرۆکی " + members[0], "en", "Story of " + members[0]))
                .setChange(members.length == 1 ? StoryChangeKind.STARTED : StoryChangeKind.MERGED)
                .setPreviousIds(members.length == 1 ? List.of() : List.of(id(99)))
                .setSources(2)
                .setCopies(1)
                .setMembers(LongStream.of(members)
                        .mapToObj(number -> member(number, members[0]))
                        .toList())
                .build();
        producer.beginTransaction();
        put(new ProducerRecord<>(
                topics.stories().name(),
                key(story.getStoryId()),
                stories.serialize(topics.stories().name(), story)));
        producer.commitTransaction();
    }

    /** Removes the story that began with an article. */
    void removeStory(long first) {
        producer.beginTransaction();
        put(new ProducerRecord<>(topics.stories().name(), key(id(first)), null));
        producer.commitTransaction();
    }

    private StoryMember member(long number, long first) {
        StoryMember.Builder member = StoryMember.newBuilder()
                .setArticleId(id(number))
                .setUri("news/" + number + ".txt")
                .setLanguage(number % texts.size() < 2 ? "ckb" : "en")
                .setDecision(number);
        if (number != first) {
            member.setNearestId(id(first))
                    .setScore(0.84)
                    .setEvidence(List.of(
                            new StoryEvidence(StoryEvidenceKind.NAME, "Putin", 4.25),
                            new StoryEvidence(StoryEvidenceKind.ENTITY, "RU", 1.5),
                            new StoryEvidence(StoryEvidenceKind.DAY, "2021-09-29", 4.0)));
        }
        return member.build();
    }

    /** Puts bytes that are no event among the enriched articles of one partition. */
    public void publishGarbage(int partition) {
        publishGarbage(partition, "und");
    }

    /** As {@link #publishGarbage(int)}, with a language in its headers. */
    public void publishGarbage(int partition, String language) {
        producer.beginTransaction();
        ProducerRecord<byte[], byte[]> garbage =
                new ProducerRecord<>(topics.enriched().name(), partition, key("garbage"), "no event".getBytes(UTF_8));
        header(garbage, EventHeaders.LANG, language);
        put(garbage);
        producer.commitTransaction();
    }

    public EnrichedArticle.Builder article(long number) {
        String text = texts.get((int) (number % texts.size())) + "\n" + number;
        return EnrichedArticle.newBuilder()
                .setArticleId(id(number))
                .setUri("news/" + number + ".txt")
                .setSource(source)
                .setLanguage(number % 2 == 0 ? "ckb" : "en")
                .setSourceTopic(topics.raw().name())
                .setSourceOffset(number)
                .setText(text)
                .setBlocks(List.of(new Block(0L, (long) text.length(), BlockRole.PARAGRAPH, true)));
    }

    private void send(EnrichedArticle article, long decision) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topics.enriched().name(),
                key(article.getArticleId()),
                articles.serialize(topics.enriched().name(), article));
        header(record, EventHeaders.VERDICT, "NEW");
        header(record, EventHeaders.LANG, article.getLanguage());
        header(record, EventHeaders.SOURCE, source);
        header(record, EventHeaders.CLUSTER, article.getArticleId());
        header(record, EventHeaders.DECISION, String.valueOf(decision));
        header(
                record,
                EventHeaders.EVIDENCE,
                Evidence.withoutMatch("no_candidate", "test").toHeader());
        put(record);
    }

    /** The commit waits for every record before it, so nobody need wait here. */
    private void put(ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record);
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    private static byte[] key(String text) {
        return text.getBytes(UTF_8);
    }

    private static List<String> seeds() {
        try (Stream<Path> files =
                Files.list(Installation.currentInstallation().home().resolve("seeds"))) {
            return files.sorted().map(DedupOutput::read).toList();
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

    @Override
    public void close() {
        producer.close();
    }
}
