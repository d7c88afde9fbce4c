package dev.tidings.streams.topology.store;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.Filter;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory of all stores of the process together, and gives each a Bloom filter, since most look-ups of
 * deduplication find nothing.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    /** Memory of all stores together, in bytes: blocks read and, within it, what is not written yet. */
    public static final long MEMORY_BYTES = 256L * 1024 * 1024;

    private static final long UNWRITTEN_BYTES = MEMORY_BYTES / 4;
    private static final long BUFFER_BYTES = 8L * 1024 * 1024;
    private static final int BLOCK_BYTES = 4 * 1024;
    private static final double UNWRITTEN_BLOOM_SHARE = 0.1;
    private static final double BLOOM_BITS_PER_KEY = 10;

    /** For the life of the process: closing them with one store would pull them from under the others. */
    private static final class Shared {

        private static final Cache CACHE = new LRUCache(MEMORY_BYTES, -1, false, 0.1);
        private static final WriteBufferManager UNWRITTEN = new WriteBufferManager(UNWRITTEN_BYTES, CACHE);
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
        options.setWriteBufferManager(Shared.UNWRITTEN)
                .setWriteBufferSize(BUFFER_BYTES)
                .setMemtableWholeKeyFiltering(true)
                .setMemtablePrefixBloomSizeRatio(UNWRITTEN_BLOOM_SHARE)
                .setTableFormatConfig(table);
    }

    @Override
    public void close(String storeName, Options options) {
        filter.close();
    }
}
