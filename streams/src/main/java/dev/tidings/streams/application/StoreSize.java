package dev.tidings.streams.application;

/**
 * How much a state store of this process holds.
 *
 * @param store name of the store
 * @param entries how many entries, as RocksDB estimates it: what is overwritten or deleted counts until it is compacted
 * @param bytes how many bytes on disk and in memory that are not written yet
 */
public record StoreSize(String store, long entries, long bytes) {

    StoreSize addSize(StoreSize other) {
        return new StoreSize(store, entries + other.entries, bytes + other.bytes);
    }
}
