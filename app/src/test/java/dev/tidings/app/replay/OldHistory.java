package dev.tidings.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Articles that were published two months ago: a raw topic that took the producer's times while it was filled and takes
 * its own since. Every tenth text is a copy of the one before it, in another partition. Times rise by a second for each
 * four articles, so that partitions have equal ones. Each partition ends in an awkward way: with a record that is no
 * article, with a transaction that was aborted, or with a marker. The last article became a dead letter and was mended.
 */
final class OldHistory {

    static final int ARTICLES = 600;
    static final int COPIES = ARTICLES / 10;
    static final int POISON = 2;
    /** Articles whose first version cannot be read and whose second one can. */
    static final int MENDED = 1;

    static final int PARTITIONS = 4;

    private static final int PER_TRANSACTION = 100;
    private static final int WORDS = 80;

    private final Settings settings;
    private final Topics topics;
    private final Instant begin =
            Instant.ofEpochSecond(Instant.now().minus(Duration.ofDays(60)).getEpochSecond());

    OldHistory(Settings settings, Topics topics) {
        this.settings = settings;
        this.topics = topics;
    }

    /** Returns when an article was published. */
    Instant time(int article) {
        return begin.plusSeconds(article / PARTITIONS);
    }

    /** Makes the topics and fills raw. */
    void write() throws Exception {
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            Topic raw = topics.raw();
            Map<String, String> config = new HashMap<>(raw.config());
            config.put("message.timestamp.type", "CreateTime");
            admin.awaitAnswer(admin.adminClient()
                    .createTopics(List.of(
                            new NewTopic(raw.name(), Optional.of(PARTITIONS), Optional.<Short>empty()).configs(config)))
                    .all());
            admin.ensureTopics(topics);
            new SchemaRegistration(settings.registryConfig()).registerAll(topics);
            fill();
            admin.awaitAnswer(admin.adminClient()
                    .incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, raw.name()),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("message.timestamp.type", "LogAppendTime"),
                                    AlterConfigOp.OpType.SET))))
                    .all());
        }
    }

    private void fill() throws Exception {
        Map<String, Object> config = settings.kafkaConfig();
        config.put("transactional.id", topics.idPrefix() + "history");
        config.put("linger.ms", 100);
        List<String> texts = texts();
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
                Serializer<RawArticle> writer = new AvroSerdes(settings.registryConfig()).serializer(topics.raw())) {
            producer.initTransactions();
            for (int first = 0; first < ARTICLES; first += PER_TRANSACTION) {
                producer.beginTransaction();
                for (int article = first; article < first + PER_TRANSACTION; article++) {
                    var unused = producer.send(record(writer, article, texts.get(article)));
                }
                producer.commitTransaction();
            }
            producer.beginTransaction();
            var inTwo = producer.send(poison(2));
            var inThree = producer.send(poison(3));
            var broken = producer.send(mended(writer, 1, "%PDF-1.7"));
            var good = producer.send(mended(writer, 2, "An article that can be read at its second attempt."));
            producer.commitTransaction();
            inTwo.get();
            inThree.get();
            broken.get();
            good.get();
            producer.beginTransaction();
            var aborted = producer.send(record(writer, 1, "An article that was never published."));
            producer.flush();
            aborted.get();
            producer.abortTransaction();
        }
    }

    private ProducerRecord<byte[], byte[]> mended(Serializer<RawArticle> writer, long revision, String text) {
        RawArticle raw = article("mended", revision, text);
        byte[] value = writer.serialize(topics.raw().name(), raw);
        return at(0, time(ARTICLES), raw.getArticleId().getBytes(UTF_8), value);
    }

    private ProducerRecord<byte[], byte[]> record(Serializer<RawArticle> writer, int article, String text) {
        RawArticle raw = article(String.valueOf(article), 1, text);
        byte[] value = writer.serialize(topics.raw().name(), raw);
        return at(article % PARTITIONS, time(article), raw.getArticleId().getBytes(UTF_8), value);
    }

    private static RawArticle article(String name, long revision, String text) {
        String uri = "old/" + name + ".txt";
        byte[] payload = text.getBytes(UTF_8);
        return RawArticle.newBuilder()
                .setArticleId(ArticleId.of(uri))
                .setRevision(revision)
                .setUri(uri)
                .setSource("old")
                .setContentSha256(DeadLetters.sha256Hex(payload))
                .setPayload(ByteBuffer.wrap(payload))
                .setMediaType("text/plain")
                .build();
    }

    private ProducerRecord<byte[], byte[]> poison(int partition) {
        return at(partition, time(ARTICLES), new byte[] {1}, "no article".getBytes(UTF_8));
    }

    private ProducerRecord<byte[], byte[]> at(int partition, Instant time, byte[] key, byte[] value) {
        return new ProducerRecord<>(topics.raw().name(), partition, time.toEpochMilli(), key, value);
    }

    private static List<String> texts() {
        Random random = new Random(20210929);
        List<String> texts =
                IntStream.range(0, ARTICLES).mapToObj(article -> text(random)).collect(Collectors.toList());
        for (int copy = 9; copy < ARTICLES; copy += 10) {
            texts.set(copy, texts.get(copy - 1));
        }
        return texts;
    }

    private static String text(Random random) {
        return IntStream.range(0, WORDS)
                .mapToObj(word -> Long.toString(random.nextLong() >>> 35, 36))
                .collect(Collectors.joining(" "));
    }
}
