package dev.tidings.streams.topology;

import dev.tidings.streams.topology.store.BoundedRocksDb;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** One of the applications that Tidings consists of. */
public interface TopologyDefinition {

    /** Returns its name, e.g. {@code analyse}: the end of its application id, and its name in messages. */
    String name();

    /** Returns a new topology. */
    Topology build();

    /**
     * Returns this definition for a start behind processes whose output stands in the topics.
     *
     * @param resumePoint how far that output reaches
     */
    default TopologyDefinition resumingAt(ResumePoint resumePoint) {
        return this;
    }

    /**
     * Returns how many threads it has a use for.
     *
     * @param available how many threads there are for parallel work
     */
    default int threadCount(int available) {
        return 1;
    }

    /** Returns the versions of algorithms and models, and the settings, that its output depends on, by step or key. */
    default Map<String, String> algorithmVersions() {
        return Map.of();
    }

    /** Returns what of the log that it reads has to stay; empty where all of it does. */
    default Optional<LogRetention> logRetention() {
        return Optional.empty();
    }

    /**
     * Returns settings of Kafka Streams that only this application needs, by their Kafka names: those of its stores.
     */
    default Map<String, Object> kafkaStreamsConfig() {
        return Map.of(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    }
}
