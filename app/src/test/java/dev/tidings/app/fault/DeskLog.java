package dev.tidings.app.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.AvroSerdes;
import dev.tidings.schemas.kafka.DeadLetters;
import dev.tidings.schemas.kafka.Settings;
import dev.tidings.streams.duplicate.Windows;
import dev.tidings.streams.failure.RegistryPatience;
import dev.tidings.streams.topology.DeskTopology;
import dev.tidings.streams.topology.TopologyContext;
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

/** The desk's log, read again: every decision of the live run has to follow from it, byte for byte. */
final class DeskLog {

    private DeskLog() {}

    /** Returns what the production desk writes for a log, a line for each record, sorted. */
    static List<String> decisions(List<ConsumerRecord<byte[], byte[]>> log, Settings settings, Path state) {
        Topics topics = Topics.live();
        TopologyContext context = new TopologyContext(
                topics, new AvroSerdes(settings.registry()), new RegistryPatience(() -> false), 4 * 1024 * 1024);
        List<String> lines = new ArrayList<>();
        try (TopologyTestDriver driver = new TopologyTestDriver(
                new DeskTopology(context, Windows.DEFAULT).build(), properties(state), Instant.EPOCH)) {
            TestInputTopic<byte[], byte[]> desk =
                    driver.createInputTopic(topics.desk().name(), new ByteArraySerializer(), new ByteArraySerializer());
            log.forEach(record -> {
                desk.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), record.timestamp()));
                Stream.of(topics.enriched(), topics.relations(), topics.deadLetters())
                        .forEach(topic -> lines.addAll(outputs(driver, topic)));
            });
        }
        lines.sort(null);
        return lines;
    }

    /** Returns what stands in the topics that the desk writes, in the same form. */
    static List<String> written(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> line(record.topic(), record.key(), record.value(), record.headers()))
                .sorted()
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
        return topic + " " + new String(key, UTF_8) + " " + sorted + " " + DeadLetters.sha256(value);
    }

    private static Properties properties(Path state) {
        Properties properties = new Properties();
        properties.put("application.id", "desk-log");
        properties.put("state.dir", state.toString());
        return properties;
    }
}
