package dev.tidings.app.bench;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Watches the outcomes of articles as a subscriber sees them, committed records only. For one thread. */
final class OutcomeWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /** How long to wait without a further outcome; longer than a restore after a fault. */
    private static final Duration MAX_SILENCE = Duration.ofMinutes(2);

    private final Topics topics;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<ArticleRelation> relations;

    private OutcomeWatch(
            Topics topics, KafkaConsumer<byte[], byte[]> consumer, Deserializer<ArticleRelation> relations) {
        this.topics = topics;
        this.consumer = consumer;
        this.relations = relations;
    }

    /** Watches what the deduplication stage decides from now on. */
    static OutcomeWatch ofDecisions(Settings settings, Topics topics) {
        return openFor(settings, topics, topics.enriched(), topics.relations(), topics.deadLetters());
    }

    /** Watches what comes out in the place of enriched articles from now on. */
    static OutcomeWatch ofPublished(Settings settings, Topics topics) {
        return openFor(settings, topics, topics.enriched());
    }

    private static OutcomeWatch openFor(Settings settings, Topics topics, Topic... watched) {
        Map<String, Object> config = new TreeMap<>(settings.kafkaConfig());
        config.put("isolation.level", "read_committed");
        config.put("max.poll.records", 10_000);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(watched)
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Deserializer<ArticleRelation> relations =
                new AvroSerdes(settings.registryConfig()).deserializer(topics.relations(), ArticleRelation.class);
        return new OutcomeWatch(topics, consumer, relations);
    }

    /** Waits until so many articles have an outcome; returns what there is when no more come. */
    OutcomeCounts awaitCount(int articles) {
        OutcomeCounts outcomeCounts = new OutcomeCounts();
        long heard = System.nanoTime();
        while (outcomeCounts.count() < articles && System.nanoTime() - heard < MAX_SILENCE.toNanos()) {
            int before = outcomeCounts.count();
            pollInto(outcomeCounts);
            heard = outcomeCounts.count() > before ? System.nanoTime() : heard;
        }
        // A double would stand behind the last one awaited.
        pollInto(outcomeCounts);
        return outcomeCounts;
    }

    private void pollInto(OutcomeCounts outcomeCounts) {
        var records = consumer.poll(POLL);
        long now = System.nanoTime();
        records.forEach(record -> outcomeOf(record)
                .ifPresent(place -> outcomeCounts.addOutcome(RecordKeys.articleId(record.key()), place, now)));
    }

    private Optional<OutcomeCounts.Place> outcomeOf(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(topics.enriched().name())) {
            return Optional.of(OutcomeCounts.Place.PUBLISHED);
        }
        if (record.topic().equals(topics.deadLetters().name())) {
            return Optional.of(OutcomeCounts.Place.DEAD_LETTERED);
        }
        try {
            boolean suppressed =
                    relations.deserialize(record.topic(), record.value()).getSuppressed();
            return suppressed ? Optional.of(OutcomeCounts.Place.SUPPRESSED) : Optional.empty();
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
        relations.close();
    }
}
