package dev.tidings.producer.publish.verdict;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.producer.publish.KafkaAccess;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Articles that were published before and are not decided yet: those that the stages have not read. They are found in
 * raw behind the position of the analysis, and in the analysed articles behind that of deduplication, which commits its
 * position together with its verdicts. As many are kept in memory as wait there. For one thread.
 */
final class InFlightArticles {

    private static final String ANALYSE = "analyse";
    private static final String DEDUP = "dedup";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final char OF_CONTAINER = '#';

    private final KafkaAccess kafka;
    private final TopicAdmin admin;
    private final Map<String, List<ExpectedVerdict>> byInput = new HashMap<>();

    private InFlightArticles(KafkaAccess kafka, TopicAdmin admin) {
        this.kafka = kafka;
        this.admin = admin;
    }

    /**
     * Reads what waits for the stages now.
     *
     * @throws dev.tidings.kafka.admin.DependencyUnreachableException when the broker does not answer
     */
    static InFlightArticles read(KafkaAccess kafka, TopicAdmin admin) {
        InFlightArticles articles = new InFlightArticles(kafka, admin);
        Topics topics = kafka.topics();
        // In the order in which articles go, so that none can pass by between the two.
        articles.readWaiting(topics.raw(), ANALYSE, articles::ofRaw);
        articles.readWaiting(topics.analysed(), DEDUP, articles::ofAnalysed);
        return articles;
    }

    /** Returns the articles of an input, a file or a container, that are not decided; a second call returns none. */
    List<ExpectedVerdict> takeOf(String input) {
        return Objects.requireNonNullElse(byInput.remove(input), List.of());
    }

    private void readWaiting(
            Topic topic, String stage, Function<ConsumerRecord<byte[], byte[]>, Optional<ExpectedVerdict>> reader) {
        Map<TopicPartition, OffsetAndMetadata> read = admin.awaitAnswer(admin.adminClient()
                .listConsumerGroupOffsets(kafka.topics().idPrefix() + stage)
                .partitionsToOffsetAndMetadata());
        try (Consumer<byte[], byte[]> consumer = kafka.openConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.beginningOffsets(partitions)
                    .forEach((partition, first) ->
                            consumer.seek(partition, Math.max(first, positionIn(read, partition))));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> reader.apply(record).ifPresent(this::add));
            }
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            throw kafka.unreachable(e);
        }
    }

    private static long positionIn(Map<TopicPartition, OffsetAndMetadata> read, TopicPartition partition) {
        OffsetAndMetadata position = read.get(partition);
        return position == null ? 0 : position.offset();
    }

    private void add(ExpectedVerdict article) {
        int end = article.uri().indexOf(OF_CONTAINER);
        String input = end < 0 ? article.uri() : article.uri().substring(0, end);
        byInput.computeIfAbsent(input, unused -> new ArrayList<>()).add(article);
    }

    private Optional<ExpectedVerdict> ofRaw(ConsumerRecord<byte[], byte[]> record) {
        return decode(kafka.topics().raw(), RawArticle.class, record)
                .map(raw -> new ExpectedVerdict(
                        raw.getArticleId(), raw.getRevision(), raw.getUri(), record.partition(), record.offset()));
    }

    /** The verdict on what became a dead letter in analysis has been told already. */
    private Optional<ExpectedVerdict> ofAnalysed(ConsumerRecord<byte[], byte[]> record) {
        return decode(kafka.topics().analysed(), Analysed.class, record)
                .filter(analysed -> analysed.getDeadLetterReason().isEmpty())
                .map(analysed -> new ExpectedVerdict(
                        analysed.getArticleId(),
                        analysed.getRevision(),
                        analysed.getUri(),
                        Math.toIntExact(analysed.getSourcePartition()),
                        analysed.getSourceOffset()));
    }

    /** Returns empty for a record that cannot be read or that removes another one: no verdict will come of it. */
    private <T extends SpecificRecord> Optional<T> decode(
            Topic topic, Class<T> type, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try (Deserializer<T> deserializer = kafka.serdes().deserializer(topic, type)) {
            return Optional.of(deserializer.deserialize(record.topic(), record.value()));
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }
}
