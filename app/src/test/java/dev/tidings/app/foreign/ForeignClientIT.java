package dev.tidings.app.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.Patience;
import dev.tidings.consumer.subscribe.SubscribedArticle;
import dev.tidings.consumer.subscribe.Subscription;
import dev.tidings.consumer.subscribe.SubscriptionRequest;
import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.Publisher;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.schemas.ArticleBody;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Headline;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import dev.tidings.streams.application.StreamsSettings;
import dev.tidings.streams.topology.dedup.DedupSettings;
import dev.tidings.streams.topology.stories.StoriesSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of the samples, read by kafkajs and by Java, which must see the same, and by the examples of pages. */
@ExtendWith(LocalStackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignClientIT {

    private static final int SAMPLES = 4;
    private static final List<Setting<?>> KNOWN = Stream.of(
                    PublishSettings.ALL, StreamsSettings.ALL, DedupSettings.ALL, StoriesSettings.ALL)
            .<Setting<?>>flatMap(Collection::stream)
            .toList();

    @TempDir
    static Path data;

    Settings settings;
    Topics topics;

    @BeforeAll
    void theSamplesAreEnriched(LocalStack stack, Topics topics) {
        this.topics = topics;
        Map<String, String> flags = new HashMap<>(LocalStackExtension.flags(stack));
        flags.put("data.dir", data.toString());
        flags.put("publish.wait.timeout.ms", String.valueOf(Patience.LIMIT.toMillis()));
        settings = Settings.resolveAll(KNOWN, SettingSources.of(flags));
        writeAndTakeBack();
        enrichTheSamples();
    }

    @Test
    void theExampleOfThePageForPythonRunsAsItIsPasted(LocalStack stack) throws Exception {
        Optional<String> python = PythonPage.findPython();
        assumePossible(python.isPresent() ? "" : "no Python here has confluent-kafka and avro");

        String line = PythonPage.firstLine(
                python.orElseThrow(), stack, topics.enriched().name());

        assertFirstInKurdish(line);
    }

    @Test
    void kafkajsReadsEveryArticleAsJavaDoesAndNothingThatWasTakenBackAndTheExampleOfItsPageRuns(LocalStack stack)
            throws Exception {
        assumePossible(NodeClient.install());
        List<SubscribedArticle> java = readAll();
        List<JsonNode> node = NodeClient.read(stack, topics.enriched().name(), SAMPLES);

        assertThat(java).hasSize(SAMPLES);
        assertThat(node).hasSize(SAMPLES);
        Map<String, JsonNode> byKey = new TreeMap<>();
        node.forEach(line -> byKey.put(line.get("key").textValue(), line));
        assertThat(java).allSatisfy(article -> assertSame(byKey.get(key(article.event())), article));
        assertFirstInKurdish(NodePage.firstLine(stack, topics.enriched().name()));
    }

    private static void assumePossible(String obstacle) {
        if (!obstacle.isEmpty()) {
            System.err.println("skipped: the foreign client does not run here, " + obstacle);
        }
        assumeTrue(obstacle.isEmpty(), obstacle);
    }

    /** The line of an example is the uri of an article, and the beginning of its text. */
    private void assertFirstInKurdish(String line) {
        assertThat(readAll()).anySatisfy(article -> {
            EnrichedArticle event = article.event();
            assertThat(event.getLanguage()).isEqualTo("ckb");
            assertThat(event.getText()).contains("ڤلادیمیر پووتین");
            assertThat(line).startsWith(event.getUri() + " ");
            assertThat(event.getText()).startsWith(line.substring(event.getUri().length() + 1));
        });
    }

    private static String key(EnrichedArticle event) {
        return RecordKeys.article(event.getArticleId(), event.getRevision());
    }

    private static void assertSame(JsonNode line, SubscribedArticle article) {
        JsonNode event = line.get("article");
        assertThat(bytes(event, "text")).isEqualTo(article.event().getText().getBytes(UTF_8));
        assertThat(line.get("body").textValue()).isEqualTo(ArticleBody.of(article.event()));
        assertThat(bytes(event, "uri")).isEqualTo(article.event().getUri().getBytes(UTF_8));
        assertThat(event.get("language").textValue()).isEqualTo(article.event().getLanguage());
        assertThat(event.get("sourceTimestamp").longValue())
                .isEqualTo(article.event().getSourceTimestamp().toEpochMilli());
        assertThat(event.get("headlines").findValuesAsText("value"))
                .isEqualTo(article.event().getHeadlines().stream()
                        .map(Headline::getValue)
                        .toList());
        assertThat(line.get("headers").get("lang").textValue())
                .isEqualTo(article.headers().language());
        assertThat(line.get("headers").get("verdict").textValue())
                .isEqualTo(article.headers().verdict());
        assertThat(line.get("offset").textValue()).isEqualTo(String.valueOf(article.offset()));
    }

    private static byte[] bytes(JsonNode event, String field) {
        return event.get(field).textValue().getBytes(UTF_8);
    }

    private void enrichTheSamples() {
        try (StreamsApplication streams = StreamsApplication.onTopics(topics, settings)) {
            streams.start();
            try (Publisher publisher = Publisher.open(settings, topics, Clock.systemUTC())) {
                PublishRequest samples = PublishRequest.of(
                        List.of(Installation.currentInstallation().home().resolve("seeds")), Optional.empty());
                assertThat(publisher
                                .publishInputs(samples.awaitingVerdicts(), PublishListener.NONE)
                                .verdicts())
                        .hasSize(SAMPLES);
            }
        }
    }

    /** At the beginning of every partition, where a reader that did not mind would fail at once: they are no events. */
    private void writeAndTakeBack() {
        Map<String, Object> config = settings.kafkaConfig();
        config.put("transactional.id", "aborter-" + topics.enriched().name());
        config.put("compression.type", "lz4");
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int partition = 0; partition < topics.enriched().partitions(); partition++) {
                var unused = producer.send(new ProducerRecord<>(
                        topics.enriched().name(), partition, "taken back".getBytes(UTF_8), new byte[100]));
            }
            producer.flush();
            producer.abortTransaction();
        }
    }

    private List<SubscribedArticle> readAll() {
        List<SubscribedArticle> articles = new CopyOnWriteArrayList<>();
        try (Subscription subscription = Subscription.open(
                        settings, SubscriptionRequest.withoutGroup().onTopics(topics), articles::add)
                .start()) {
            assertThat(subscription.awaitCaughtUp(Patience.LIMIT)).isTrue();
        }
        return articles;
    }
}
