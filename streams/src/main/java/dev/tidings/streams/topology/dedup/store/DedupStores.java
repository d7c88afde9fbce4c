package dev.tidings.streams.topology.dedup.store;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Every store of the deduplication stage: name, key, value. All are key-value stores on disk with a changelog and
 * without a record cache; window stores would forget by wall-clock segments while history is replayed.
 */
public final class DedupStores {

    /** Blocking key (kind, then 8 or 16 bytes) to its postings, last first. */
    public static final String POSTINGS = "dedup-postings";
    /** Source position to the indexed article. */
    public static final String ARTICLES = "dedup-articles";
    /** Window, day and source position of what will expire, to nothing. */
    public static final String EXPIRIES = "dedup-expiries";
    /** Article id to its revisions. */
    public static final String REVISIONS = "dedup-revisions";
    /** One entry: number of decisions, watermark. */
    public static final String PROGRESS = "dedup-progress";

    /**
     * Small segments, cleaned early: after a crash the whole changelog is read again, and the newest segment is never
     * cleaned.
     */
    private static final Map<String, String> CHANGELOG = Map.of(
            "segment.bytes", String.valueOf(64 * 1024 * 1024),
            "min.cleanable.dirty.ratio", "0.1",
            "compression.type", "lz4");

    private DedupStores() {}

    /** Returns the names of all stores. */
    public static List<String> storeNames() {
        return List.of(POSTINGS, ARTICLES, EXPIRIES, REVISIONS, PROGRESS);
    }

    /** Returns the builder of a store. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> storeBuilder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(CHANGELOG);
    }
}
