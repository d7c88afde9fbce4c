package dev.tidings.streams.store;

import dev.tidings.streams.duplicate.DeskClock;
import dev.tidings.streams.duplicate.DeskProgress;
import java.nio.ByteBuffer;
import java.util.TreeMap;

/** Progress of the desk: version, decisions 8, clock 8 bytes, then partition 4, newest 8, seen at 8 bytes of each. */
final class ProgressValue {

    private static final byte VERSION = 1;
    private static final int PARTITION_BYTES = 4 + 8 + 8;

    private ProgressValue() {}

    static byte[] write(DeskProgress progress) {
        DeskClock clock = progress.clock();
        ByteBuffer bytes = ByteBuffer.allocate(1 + 8 + 8 + clock.partitions().size() * PARTITION_BYTES);
        bytes.put(VERSION).putLong(progress.decisions()).putLong(clock.time());
        clock.partitions()
                .forEach((partition, seen) ->
                        bytes.putInt(partition).putLong(seen.newest()).putLong(seen.seenAt()));
        return bytes.array();
    }

    static DeskProgress read(byte[] value) {
        ByteBuffer bytes = Layout.read(value, VERSION, DeskStores.PROGRESS);
        long decisions = bytes.getLong();
        long time = bytes.getLong();
        TreeMap<Integer, DeskClock.Progress> partitions = new TreeMap<>();
        while (bytes.hasRemaining()) {
            partitions.put(bytes.getInt(), new DeskClock.Progress(bytes.getLong(), bytes.getLong()));
        }
        return new DeskProgress(decisions, new DeskClock(time, partitions));
    }
}
