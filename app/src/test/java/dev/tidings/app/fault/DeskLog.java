package dev.tidings.app.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.AvroSerdes;
import dev.tidings.schemas.kafka.DeadLetters;
import dev.tidings.schemas.kafka.Settings;
import dev.tidings.streams.duplicate.Windows;
import dev.tidings.streams.failure.RegistryPatience;
import dev.tidings.streams.story.StoryGrouper;
import dev.tidings.streams.topology.DeskTopology;
import dev.tidings.streams.topology.StoriesTopology;
import dev.tidings.streams.topology.TopologyContext;
import dev.tidings.streams.topology.TopologyDefinition;
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

/** The desk's log, read again: every decision and story of the live run has to follow from it, byte for byte. */
final class DeskLog {

    private DeskLog() {}

    /** Returns what the production desk and story stage write for a log, a line for each record, sorted. */
    static List<String> decisions(List<ConsumerRecord<byte[], byte[]>> log, Settings settings, Path state) {
        Topics topics = Topics.live();
        TopologyContext context = new TopologyContext(
                topics, new AvroSerdes(settings.registry()), new RegistryPatience(() -> false), 4 * 1024 * 1024);
        List<String> lines = new ArrayList<>();
        try (TopologyTestDriver desk = driver(new DeskTopology(context, Windows.DEFAULT), state);
                TopologyTestDriver stories = driver(new StoriesTopology(context, StoryGrouper.WINDOW), state)) {
            TestInputTopic<byte[], byte[]> analysed = input(desk, topics.desk());
            TestInputTopic<byte[], byte[]> features = input(stories, topics.storyFeatures());
            log.forEach(record -> {
                analysed.pipeInput(
                        new TestRecord<>(record.key(), record.value(), record.headers(), record.timestamp()));
                records(desk, topics.storyFeatures()).forEach(features::pipeInput);
                Stream.of(topics.enriched(), topics.relations(), topics.deadLetters())
                        .forEach(topic -> lines.addAll(outputs(desk, topic)));
                Stream.of(topics.stories(), topics.relations(), topics.deadLetters())
                        .forEach(topic -> lines.addAll(outputs(stories, topic)));
            });
        }
        lines.sort(null);
        return lines;
    }

    private static TopologyTestDriver driver(TopologyDefinition definition, Path state) {
        return new TopologyTestDriver(
                definition.build(), properties(definition.name(), state.resolve(definition.name())), Instant.EPOCH);
    }

    private static TestInputTopic<byte[], byte[]> input(TopologyTestDriver driver, Topic topic) {
        return driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns what stands in the topics that they write, in the same form. */
    static List<String> written(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> line(record.topic(), record.key(), record.value(), record.headers()))
                .sorted()
                .toList();
    }

    private static List<String> outputs(TopologyTestDriver driver, Topic topic) {
        return records(driver, topic).stream()
                .map(record -> line(topic.name(), record.key(), record.value(), record.headers()))
                .toList();
    }

    private static List<TestRecord<byte[], byte[]>> records(TopologyTestDriver driver, Topic topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static String line(String topic, byte[] key, byte[] value, Headers headers) {
        TreeMap<String, String> sorted = new TreeMap<>();
        for (Header header : headers) {
            sorted.put(header.key(), new String(header.value(), UTF_8));
        }
        return topic + " " + new String(key, UTF_8) + " " + sorted + " " + DeadLetters.sha256(value);
    }

    private static Properties properties(String name, Path state) {
        Properties properties = new Properties();
        properties.put("application.id", name + "-log");
        properties.put("state.dir", state.toString());
        return properties;
    }
}
