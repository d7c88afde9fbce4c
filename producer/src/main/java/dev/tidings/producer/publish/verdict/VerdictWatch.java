package dev.tidings.producer.publish.verdict;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.producer.publish.ArticleVerdict;
import dev.tidings.producer.publish.KafkaAccess;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.VerdictCounts;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits for what becomes of published articles, by reading the three topics in which an article can end from where they
 * ended before the publish. Only keys and headers are looked at, and the values of this publish's own relations and
 * dead letters. What is waited for is on disk when it is much.
 */
public final class VerdictWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaAccess kafka;
    private final TopicAdmin admin;
    private final Consumer<byte[], byte[]> consumer;
    private final VerdictRecords records;
    private final ExpectedVerdicts expected = new ExpectedVerdicts();
    private final VerdictCounts arrived = new VerdictCounts();
    private Optional<InFlightArticles> inFlight = Optional.empty();

    /** Remembers where the topics end now; begin it before publishing. */
    public VerdictWatch(KafkaAccess kafka, TopicAdmin admin) {
        this.kafka = kafka;
        this.admin = admin;
        this.records = new VerdictRecords(kafka.topics(), kafka.serdes());
        this.consumer = kafka.openConsumer();
        try {
            Topics topics = kafka.topics();
            List<TopicPartition> partitions = Stream.of(topics.enriched(), topics.relations(), topics.deadLetters())
                    .flatMap(this::partitionsOf)
                    .toList();
            consumer.assign(partitions);
            consumer.endOffsets(partitions).forEach(consumer::seek);
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            consumer.close();
            throw kafka.unreachable(e);
        }
    }

    private Stream<TopicPartition> partitionsOf(Topic topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()));
    }

    /** Adds a committed article to those whose verdict is waited for. */
    public void expectVerdict(String articleId, PublishOutcome outcome, RecordMetadata raw) {
        expected.add(new ExpectedVerdict(articleId, outcome.revision(), outcome.uri(), raw.partition(), raw.offset()));
    }

    /**
     * Adds those articles of an input, a file or a container, that an earlier publish has committed and that are not
     * decided yet.
     */
    public void expectInFlight(String input) {
        // Looked for once, and only by a publish that needs it. What is decided from the begin of the watch on is seen.
        InFlightArticles articles = inFlight.orElseGet(() -> InFlightArticles.read(kafka, admin));
        inFlight = Optional.of(articles);
        articles.takeOf(input).forEach(expected::add);
    }

    /**
     * Waits until every verdict is there, nothing more arrives for the timeout, or somebody stops it.
     *
     * @param timeout how long to wait without a further verdict
     */
    public VerdictCounts awaitVerdicts(Duration timeout, PublishListener listener, BooleanSupplier stopped) {
        listener.awaitingVerdicts(expected.size());
        long deadline = System.nanoTime() + timeout.toNanos();
        while (expected.size() > 0 && !stopped.getAsBoolean() && System.nanoTime() < deadline) {
            long before = expected.size();
            pollVerdicts(listener);
            if (expected.size() < before) {
                deadline = System.nanoTime() + timeout.toNanos();
            }
        }
        arrived.missing(expected.size());
        return arrived;
    }

    private void pollVerdicts(PublishListener listener) {
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                verdictOf(record).ifPresent(verdict -> {
                    expected.remove(verdict.articleId(), verdict.revision());
                    arrived.add(verdict);
                    listener.articleDecided(verdict);
                });
            }
        } catch (KafkaException e) {
            throw kafka.unreachable(e);
        }
    }

    private Optional<ArticleVerdict> verdictOf(ConsumerRecord<byte[], byte[]> record) {
        return expected.of(RecordKeys.articleVersion(record.key()))
                .flatMap(article -> records.verdict(article, record));
    }

    @Override
    public void close() {
        consumer.close();
        expected.close();
    }
}
