package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.TopicSettings;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import dev.tidings.streams.application.StreamsSettings;
import dev.tidings.streams.topology.dedup.DedupSettings;
import dev.tidings.streams.topology.stories.StoriesSettings;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The streams process on topics of a test's own: what goes in, what comes out, committed records only. */
record StreamsRun(Map<String, String> flags, Topics topics) {

    private static final List<Setting<?>> KNOWN = Stream.of(StreamsSettings.ALL, DedupSettings.ALL, StoriesSettings.ALL)
            .flatMap(Collection::stream)
            .toList();

    static StreamsRun on(LocalStack stack, Topics topics, Path data) {
        Map<String, String> flags = new HashMap<>(LocalStackExtension.flags(stack));
        flags.put("data.dir", data.toString());
        flags.put("streams.session.timeout", "PT6S");
        return new StreamsRun(flags, topics);
    }

    StreamsRun with(String key, String value) {
        Map<String, String> more = new HashMap<>(flags);
        more.put(key, value);
        return new StreamsRun(more, topics);
    }

    Settings settings() {
        return Settings.resolveAll(KNOWN, SettingSources.of(flags));
    }

    StreamsApplication application() {
        return StreamsApplication.onTopics(topics, settings());
    }

    /** Starts the process and waits until it is ready. */
    StreamsApplication started() {
        StreamsApplication application = application();
        application.start();
        await().until(() -> application.readiness().isReady());
        return application;
    }

    void publish(String uri, byte[] payload) throws Exception {
        RawArticle article = article(uri, payload);
        send(topics.raw(), article.getArticleId().getBytes(UTF_8), bytes(article));
    }

    /** From now on raw has the times of those who write, not the broker's. */
    void takeTimesOfProducers() {
        try (TopicAdmin admin = new TopicAdmin(settings())) {
            TopicSettings.alter(admin, topics.raw(), "message.timestamp.type", "CreateTime");
        }
    }

    /** Publishes an article into the first partition, with a time of its own. */
    void publishAt(Instant time, String uri, byte[] payload) throws Exception {
        RawArticle article = article(uri, payload);
        byte[] key = article.getArticleId().getBytes(UTF_8);
        send(new ProducerRecord<>(topics.raw().name(), 0, time.toEpochMilli(), key, bytes(article)));
    }

    /** Copies what a topic of another run holds into this one's, each record with its time and in no transaction. */
    void copyFrom(StreamsRun other, Function<Topics, Topic> topic) throws Exception {
        for (ConsumerRecord<byte[], byte[]> record : other.records(topic.apply(other.topics))) {
            send(new ProducerRecord<>(
                    topic.apply(topics).name(),
                    record.partition(),
                    record.timestamp(),
                    record.key(),
                    record.value(),
                    record.headers()));
        }
    }

    /** Publishes an article into a partition. */
    void publishTo(int partition, String uri, byte[] payload) throws Exception {
        RawArticle article = article(uri, payload);
        send(new ProducerRecord<>(
                topics.raw().name(), partition, article.getArticleId().getBytes(UTF_8), bytes(article)));
    }

    /** Publishes articles 0 to count - 1. */
    void publishAll(int count, IntFunction<String> uris, IntFunction<byte[]> payloads) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings().kafkaConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < count; number++) {
                RawArticle article = article(uris.apply(number), payloads.apply(number));
                var unused = producer.send(new ProducerRecord<>(
                        topics.raw().name(), article.getArticleId().getBytes(UTF_8), bytes(article)));
            }
        }
    }

    private static RawArticle article(String uri, byte[] payload) {
        return RawArticle.newBuilder()
                .setArticleId(ArticleId.of(uri))
                .setUri(uri)
                .setSource("test")
                .setContentSha256(DeadLetters.sha256Hex(payload))
                .setPayload(ByteBuffer.wrap(payload))
                .setMediaType("text/plain")
                .build();
    }

    private byte[] bytes(RawArticle article) {
        return new AvroSerdes(settings().registryConfig())
                .<RawArticle>serializer(topics.raw())
                .serialize(topics.raw().name(), article);
    }

    void send(Topic topic, byte[] key, byte[] value) throws Exception {
        send(new ProducerRecord<>(topic.name(), key, value));
    }

    private void send(ProducerRecord<byte[], byte[]> record) throws Exception {
        Map<String, Object> config = settings().kafkaConfig();
        config.put("max.request.size", Topics.MAX_MESSAGE_BYTES);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    /** Deletes all that a topic of one partition holds. */
    static void trim(TopicAdmin admin, Topic topic) {
        Map<TopicPartition, RecordsToDelete> all =
                Map.of(new TopicPartition(topic.name(), 0), RecordsToDelete.beforeOffset(-1));
        admin.awaitAnswer(admin.adminClient().deleteRecords(all).all());
    }

    static void addPartitions(TopicAdmin admin, Topic topic, int count) {
        admin.awaitAnswer(admin.adminClient()
                .createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(count)))
                .all());
    }

    /** Returns a value of 20 bytes that claims to begin with a text of a length. */
    byte[] claiming(Topic topic, long length) {
        RawArticle article = RawArticle.newBuilder().setArticleId("an-id").build();
        byte[] good = new AvroSerdes(settings().registryConfig())
                .<RawArticle>serializer(topic)
                .serialize(topic.name(), article);
        ByteBuffer value = ByteBuffer.allocate(20).put(good, 0, 5);
        for (long left = length << 1; left != 0; left >>>= 7) {
            value.put((byte) ((left & 0x7f) | (left > 0x7f ? 0x80 : 0)));
        }
        return value.array();
    }

    List<DeadLetter> deadLetters() {
        return read(topics.deadLetters(), DeadLetter.class);
    }

    <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
        AvroSerdes serdes = new AvroSerdes(settings().registryConfig());
        return records(topic).stream()
                .map(record -> serdes.deserializer(topic, type).deserialize(topic.name(), record.value()))
                .toList();
    }

    /** Waits until a topic holds this many records and returns them. */
    List<ConsumerRecord<byte[], byte[]>> awaitRecords(Topic topic, int count) {
        return await().until(() -> records(topic), records -> records.size() >= count);
    }

    List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        Map<String, Object> config = settings().kafkaConfig();
        config.put("isolation.level", "read_committed");
        // What is trimmed while it is read puts the reader to the new beginning, not behind all there is.
        config.put("auto.offset.reset", "earliest");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
