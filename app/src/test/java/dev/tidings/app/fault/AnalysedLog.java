package dev.tidings.app.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.topology.TopologyContext;
import dev.tidings.streams.topology.TopologyDefinition;
import dev.tidings.streams.topology.dedup.DedupTopology;
import dev.tidings.streams.topology.stories.StoriesTopology;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The logs of the deduplication and the story stage, read again: what the live run wrote has to follow from them,
 * byte for byte.
 */
final class AnalysedLog {

    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);

    private AnalysedLog() {}

    /** Returns what the production deduplication stage writes for a log, a line for each record, sorted. */
    static List<String> decisions(List<ConsumerRecord<byte[], byte[]>> log, Settings settings, Path state) {
        List<String> lines = new ArrayList<>(outputs(
                new DedupTopology(context(settings), DedupWindows.DEFAULT),
                state,
                TOPICS.analysed(),
                log,
                TOPICS.enriched(),
                TOPICS.relations(),
                TOPICS.deadLetters()));
        lines.sort(null);
        return lines;
    }

    /**
     * Returns the states of stories that the production story stage writes for the features it reads, in their order.
     */
    static List<String> stories(List<ConsumerRecord<byte[], byte[]>> features, Settings settings, Path state) {
        StoriesTopology stage = new StoriesTopology(context(settings), StoryGrouper.WINDOW);
        return outputs(stage, state, TOPICS.storyFeatures(), features, TOPICS.stories());
    }

    private static TopologyContext context(Settings settings) {
        return new TopologyContext(
                TOPICS, new AvroSerdes(settings.registryConfig()), new RegistryRetry(() -> false), 4 * 1024 * 1024);
    }

    private static List<String> outputs(
            TopologyDefinition definition,
            Path state,
            Topic source,
            List<ConsumerRecord<byte[], byte[]>> log,
            Topic... written) {
        List<String> lines = new ArrayList<>();
        try (TopologyTestDriver driver = new TopologyTestDriver(definition.build(), properties(state), Instant.EPOCH)) {
            TestInputTopic<byte[], byte[]> input =
                    driver.createInputTopic(source.name(), new ByteArraySerializer(), new ByteArraySerializer());
            log.forEach(record -> {
                input.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), record.timestamp()));
                Stream.of(written).forEach(topic -> lines.addAll(outputs(driver, topic)));
            });
        }
        return lines;
    }

    /** Returns records in the same form. */
    static List<String> written(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> line(record.topic(), record.key(), record.value(), record.headers()))
                .toList();
    }

    private static List<String> outputs(TopologyTestDriver driver, Topic topic) {
        return driver
                .createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(record -> line(topic.name(), record.key(), record.value(), record.headers()))
                .toList();
    }

    private static String line(String topic, byte[] key, byte[] value, Headers headers) {
        TreeMap<String, String> sorted = new TreeMap<>();
        for (Header header : headers) {
            sorted.put(header.key(), new String(header.value(), UTF_8));
        }
        return topic + " " + new String(key, UTF_8) + " " + sorted + " " + DeadLetters.sha256Hex(value);
    }

    private static Properties properties(Path state) {
        Properties properties = new Properties();
        properties.put("application.id", "dedup-log");
        properties.put("state.dir", state.toString());
        return properties;
    }
}
