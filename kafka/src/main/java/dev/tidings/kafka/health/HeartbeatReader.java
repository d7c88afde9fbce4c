package dev.tidings.kafka.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.serde.CheckedReader;
import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.schemas.Heartbeat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The newest heartbeat of each process, out of the records of their topic. One without a value removes a process; one
 * that cannot be read is told and passed over. For one thread.
 */
public final class HeartbeatReader {

    private final CheckedReader<Heartbeat> reader;
    private final Consumer<String> unreadable;
    private final Map<String, ReceivedHeartbeat> newest = new TreeMap<>();

    /**
     * Makes one that has read nothing yet.
     *
     * @param unreadable takes a line about each record that cannot be read
     */
    public HeartbeatReader(CheckedReader<Heartbeat> reader, Consumer<String> unreadable) {
        this.reader = reader;
        this.unreadable = unreadable;
    }

    /**
     * Takes the next record.
     *
     * @throws dev.tidings.kafka.serde.RegistryUnavailableException when its schema cannot be had now
     */
    public void takeRecord(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            if (record.key() != null) {
                newest.remove(new String(record.key(), UTF_8));
            }
            return;
        }
        try {
            Heartbeat heartbeat = reader.readEvent(record.value()).event();
            newest.put(
                    heartbeat.getProcess(), new ReceivedHeartbeat(heartbeat, Instant.ofEpochMilli(record.timestamp())));
        } catch (UndecodableException e) {
            unreadable.accept("the record " + record.topic() + "-" + record.partition() + "@" + record.offset()
                    + " is no heartbeat (" + e.reason() + ")");
        }
    }

    /** Returns the newest of each process, by name. */
    public List<ReceivedHeartbeat> newestHeartbeats() {
        return List.copyOf(newest.values());
    }
}
