package dev.tidings.streams.topology.store;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.Filter;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/**
 * Bounds the memory of all stores of the process together, gives each a Bloom filter, since most look-ups of
 * deduplication find nothing, and keeps what only memory has small: it is all that has to be restored after a kill.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    /** Memory for the blocks read, of all stores together, in bytes. */
    private static final long CACHE_BYTES = 192L * 1024 * 1024;

    /**
     * How much of a store is not on disk yet, in bytes. A store's offset is written with its memtable, so this is what
     * a killed process restores, however large the store is. With half of it flushes would take a quarter of all time.
     */
    private static final long MEMTABLE_BYTES = 2L * 1024 * 1024;

    /** One that is written to and one that is on its way to the disk. */
    private static final int MEMTABLES = 2;

    private static final int BLOCK_BYTES = 4 * 1024;
    private static final double MEMTABLE_BLOOM_SHARE = 0.1;
    private static final double BLOOM_BITS_PER_KEY = 10;

    /** For the life of the process: closing it with one store would pull it from under the others. */
    private static final class Shared {

        private static final Cache CACHE = new LRUCache(CACHE_BYTES, -1, false, 0.1);
    }

    private final Filter filter = new BloomFilter(BLOOM_BITS_PER_KEY);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE)
                .setBlockSize(BLOCK_BYTES)
                .setCacheIndexAndFilterBlocks(true)
                .setCacheIndexAndFilterBlocksWithHighPriority(true)
                .setPinTopLevelIndexAndFilter(true)
                .setPinL0FilterAndIndexBlocksInCache(true)
                .setFilterPolicy(filter);
        options.setWriteBufferSize(MEMTABLE_BYTES)
                .setMaxWriteBufferNumber(MEMTABLES)
                .setMemtableWholeKeyFiltering(true)
                .setMemtablePrefixBloomSizeRatio(MEMTABLE_BLOOM_SHARE)
                .setTableFormatConfig(table);
    }

    @Override
    public void close(String storeName, Options options) {
        filter.close();
    }
}
