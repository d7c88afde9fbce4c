package dev.tidings.app.fault.ledger;

import dev.tidings.app.stack.Await;
import dev.tidings.app.stack.Patience;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads all topics of a pipeline in a thread of its own, as a subscriber would: committed records alone. What it reads
 * goes into the ledger at once, and is kept until somebody asks what is fresh.
 */
public final class LedgerReader implements AutoCloseable {

    private static final Set<RelationKind> STORY_KINDS = Set.of(RelationKind.SAME_STORY, RelationKind.UNLINKED);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Topics topics;
    private final Ledger ledger;
    private final PauseMeter pauses = new PauseMeter();
    private final Deserializer<RawArticle> rawArticles;
    private final Deserializer<ArticleRelation> relations;
    private final Map<String, Object> kafka;
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> fresh = new HashMap<>();
    private final Thread thread = new Thread(this::readUntilClosed, "ledger reader");
    private final AtomicReference<CountDownLatch> endReached = new AtomicReference<>();
    private volatile boolean closed;
    private volatile Optional<String> failure = Optional.empty();

    private LedgerReader(Settings settings, Topics topics, Ledger ledger) {
        this.topics = topics;
        this.ledger = ledger;
        AvroSerdes serdes = new AvroSerdes(settings.registryConfig());
        this.rawArticles = serdes.deserializer(topics.raw(), RawArticle.class);
        this.relations = serdes.deserializer(topics.relations(), ArticleRelation.class);
        this.kafka = new TreeMap<>(settings.kafkaConfig());
        kafka.put("isolation.level", "read_committed");
        // What was read once and is gone is a loss, and not a reason to begin anew.
        kafka.put("auto.offset.reset", "none");
        kafka.put("max.partition.fetch.bytes", Topics.MAX_MESSAGE_BYTES);
        kafka.put("reconnect.backoff.max.ms", 500);
    }

    /** Begins to read from the beginning; the topics exist. */
    public static LedgerReader start(Settings settings, Topics topics, Ledger ledger) {
        LedgerReader reader = new LedgerReader(settings, topics, ledger);
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    /** Returns what came since the last call. */
    public synchronized Fresh takeFresh() {
        Fresh taken = new Fresh(
                freshOf(topics.raw()),
                freshOf(topics.analysed()),
                Stream.concat(freshOf(topics.enriched()).stream(), freshOf(topics.relations()).stream())
                        .toList(),
                freshOf(topics.storyFeatures()),
                freshOf(topics.stories()));
        fresh.clear();
        return taken;
    }

    /** Returns how many records of a topic have come since {@link #takeFresh}. */
    public synchronized int freshCount(Topic topic) {
        return freshOf(topic).size();
    }

    /** Waits until all has been read that is committed now. */
    public void awaitEnd() {
        CountDownLatch reached = new CountDownLatch(1);
        endReached.set(reached);
        Await.waitUntil(Patience.LIMIT, () -> reached.getCount() == 0 || failure.isPresent());
    }

    /** Begins to measure pauses. */
    public void beginPauses() {
        pauses.begin();
    }

    /** Returns the longest time since then in which no outcome came. */
    public Duration longestPause() {
        return pauses.longest();
    }

    /** Returns why nothing can be read any more. */
    public Optional<String> failure() {
        return failure;
    }

    private List<ConsumerRecord<byte[], byte[]>> freshOf(Topic topic) {
        return fresh.getOrDefault(topic.name(), List.of());
    }

    private void readUntilClosed() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.allTopics().stream()
                    .filter(topic -> topic.partitions() > 0)
                    .flatMap(LedgerReader::partitionsOf)
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                consumer.poll(POLL).forEach(this::take);
                readToEndIfAsked(consumer, partitions);
            }
        } catch (KafkaException e) {
            failure = Optional.of("the reader of the ledger cannot go on: " + e);
        }
    }

    private void readToEndIfAsked(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        CountDownLatch asked = endReached.getAndSet(null);
        if (asked == null) {
            return;
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!closed
                && partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(POLL).forEach(this::take);
        }
        asked.countDown();
    }

    private static Stream<TopicPartition> partitionsOf(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }

    private synchronized void take(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        String version = RecordKeys.articleVersion(record.key());
        if (topic.equals(topics.raw().name())) {
            RawArticle raw = rawArticles.deserialize(topic, record.value());
            ledger.notePublished(version, raw.getUri(), raw.getContentSha256());
        } else if (topic.equals(topics.enriched().name())) {
            noteEnd(Place.ENRICHED, version);
        } else if (topic.equals(topics.deadLetters().name())) {
            noteEnd(Place.DEAD, version);
        } else if (topic.equals(topics.relations().name())) {
            ArticleRelation relation = relations.deserialize(topic, record.value());
            if (STORY_KINDS.contains(relation.getKind())) {
                return;
            }
            if (relation.getSuppressed()) {
                noteEnd(Place.SUPPRESSED, version);
            }
        }
        fresh.computeIfAbsent(topic, name -> new ArrayList<>()).add(record);
    }

    private void noteEnd(Place place, String version) {
        ledger.noteEnd(place, version);
        pauses.outcomeCame();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
