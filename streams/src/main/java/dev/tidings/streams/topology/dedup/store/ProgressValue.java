package dev.tidings.streams.topology.dedup.store;

import dev.tidings.streams.dedup.index.DedupProgress;
import dev.tidings.streams.dedup.index.Watermark;
import dev.tidings.streams.topology.store.ValueVersion;
import java.nio.ByteBuffer;
import java.util.TreeMap;

/**
 * The progress of deduplication as bytes: version, decisions 8, watermark 8 bytes, then partition 4, newest 8, seen at
 * 8 bytes of each raw partition.
 */
final class ProgressValue {

    private static final byte VERSION = 1;
    private static final int PARTITION_BYTES = 4 + 8 + 8;

    private ProgressValue() {}

    static byte[] toBytes(DedupProgress progress) {
        Watermark clock = progress.clock();
        ByteBuffer bytes = ByteBuffer.allocate(1 + 8 + 8 + clock.partitions().size() * PARTITION_BYTES);
        bytes.put(VERSION).putLong(progress.decisions()).putLong(clock.time());
        clock.partitions()
                .forEach((partition, seen) ->
                        bytes.putInt(partition).putLong(seen.newest()).putLong(seen.seenAt()));
        return bytes.array();
    }

    static DedupProgress fromBytes(byte[] value) {
        ByteBuffer bytes = ValueVersion.readVersioned(value, VERSION, DedupStores.PROGRESS);
        long decisions = bytes.getLong();
        long time = bytes.getLong();
        TreeMap<Integer, Watermark.Progress> partitions = new TreeMap<>();
        while (bytes.hasRemaining()) {
            partitions.put(bytes.getInt(), new Watermark.Progress(bytes.getLong(), bytes.getLong()));
        }
        return new DedupProgress(decisions, new Watermark(time, partitions));
    }
}
