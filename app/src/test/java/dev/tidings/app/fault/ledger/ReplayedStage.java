package dev.tidings.app.fault.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.schemas.Topic;
import dev.tidings.streams.topology.TopologyDefinition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * A production topology in which nothing goes wrong: reads the log that the live one has read, and keeps its state from
 * call to call.
 */
final class ReplayedStage implements AutoCloseable {

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> input;
    private final List<Topic> written;

    /**
     * Makes one.
     *
     * @param state folder of its state, must not exist
     * @param source what it reads
     * @param written what it writes, as far as it is asked for
     */
    ReplayedStage(TopologyDefinition definition, Path state, Topic source, Topic... written) {
        Properties properties = new Properties();
        properties.put("application.id", "replayed-" + definition.name());
        properties.put("state.dir", state.toString());
        this.driver = new TopologyTestDriver(definition.build(), properties, Instant.EPOCH);
        this.input = driver.createInputTopic(source.name(), new ByteArraySerializer(), new ByteArraySerializer());
        this.written = List.of(written);
    }

    /** Returns what it writes for further records of its log, a line for each record. */
    List<String> outputs(List<ConsumerRecord<byte[], byte[]>> log) {
        List<String> lines = new ArrayList<>();
        log.forEach(record -> {
            input.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), record.timestamp()));
            written.forEach(topic -> lines.addAll(outputs(topic)));
        });
        return lines;
    }

    /** Returns records that the live one wrote in the same form. */
    static List<String> lines(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> line(record.topic(), record.key(), record.value(), record.headers()))
                .toList();
    }

    private List<String> outputs(Topic topic) {
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

    @Override
    public void close() {
        driver.close();
    }
}
