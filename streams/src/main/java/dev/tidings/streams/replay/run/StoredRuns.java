package dev.tidings.streams.replay.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.ReplayRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The newest record of each run, out of the records of their topic. One that is no run is told and passed over: what
 * stood there before it still counts.
 */
final class StoredRuns {

    private final Deserializer<ReplayRun> deserializer;
    private final Consumer<String> teller;
    private final Map<String, ReplayRun> runs = new TreeMap<>();

    /**
     * Makes one.
     *
     * @param teller takes a line for people about each record that is passed over
     */
    StoredRuns(Deserializer<ReplayRun> deserializer, Consumer<String> teller) {
        this.deserializer = deserializer;
        this.teller = teller;
    }

    /**
     * Takes a record.
     *
     * @throws dev.tidings.kafka.serde.RegistryUnavailableException when it cannot be told what it is
     */
    void takeRecord(ConsumerRecord<byte[], byte[]> record) {
        String name = record.key() == null ? "" : new String(record.key(), UTF_8);
        if (record.value() == null) {
            runs.remove(name);
        } else {
            putRun(name, record);
        }
    }

    private void putRun(String name, ConsumerRecord<byte[], byte[]> record) {
        try {
            ReplayRun run = deserializer.deserialize(record.topic(), record.value());
            if (!run.getName().equals(name)) {
                throw new UndecodableException("malformed", "the record is of another run");
            }
            RunRecords.checkReadable(run);
            runs.put(name, run);
        } catch (UndecodableException | SettingsException | IllegalArgumentException e) {
            String reason = e instanceof UndecodableException undecodable ? undecodable.reason() : "malformed";
            teller.accept("the record " + record.topic() + "-" + record.partition() + "@" + record.offset()
                    + " is no run of a replay (" + reason
                    + ") and is passed over; a null value for its key removes it");
        }
    }

    /** Returns all runs, by name. */
    List<ReplayRun> all() {
        return new ArrayList<>(runs.values());
    }
}
