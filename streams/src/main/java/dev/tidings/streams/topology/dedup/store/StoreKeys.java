package dev.tidings.streams.topology.dedup.store;

import dev.tidings.streams.dedup.index.BlockingKey;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.Expiry;
import dev.tidings.streams.dedup.index.SourcePosition;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the stores, big-endian, so that they sort as bytes in the order of the values they encode. */
final class StoreKeys {

    private static final int POSITION_BYTES = 12;
    private static final int EXPIRY_BYTES = 1 + 8 + POSITION_BYTES;

    private StoreKeys() {}

    static Bytes keyOf(SourcePosition sourcePosition) {
        return Bytes.wrap(
                putPosition(ByteBuffer.allocate(POSITION_BYTES), sourcePosition).array());
    }

    static Bytes keyOf(BlockingKey key) {
        boolean wide = key.kind() == BlockingKey.Kind.EXACT;
        ByteBuffer bytes = ByteBuffer.allocate(wide ? 17 : 9).put(key.kind().storeCode());
        if (wide) {
            bytes.putLong(key.high());
        }
        return Bytes.wrap(bytes.putLong(key.low()).array());
    }

    static Bytes keyOf(UUID id) {
        return Bytes.wrap(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static Bytes keyOf(Expiry expiry) {
        return Bytes.wrap(putPosition(dayKey(EXPIRY_BYTES, expiry.window(), expiry.day()), expiry.sourcePosition())
                .array());
    }

    /** Returns the key before which all expiries of earlier days stand. */
    static Bytes ofDay(DedupWindows.Window window, long day) {
        return Bytes.wrap(dayKey(1 + 8, window, day).array());
    }

    static Expiry expiryOf(DedupWindows.Window window, Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        bytes.get();
        long day = bytes.getLong() ^ Long.MIN_VALUE;
        return new Expiry(window, day, new SourcePosition(bytes.getInt(), bytes.getLong()));
    }

    /** A day before 1970 has its sign flipped too, or it would stand behind all others. */
    private static ByteBuffer dayKey(int size, DedupWindows.Window window, long day) {
        return ByteBuffer.allocate(size).put(window.storeCode()).putLong(day ^ Long.MIN_VALUE);
    }

    private static ByteBuffer putPosition(ByteBuffer bytes, SourcePosition sourcePosition) {
        return bytes.putInt(sourcePosition.partition()).putLong(sourcePosition.offset());
    }
}
