package dev.tidings.streams.store;

import dev.tidings.streams.duplicate.Due;
import dev.tidings.streams.duplicate.LookupKey;
import dev.tidings.streams.duplicate.Reference;
import dev.tidings.streams.duplicate.Windows;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the stores, big-endian, so that their order as bytes is the order of what they stand for. */
final class StoreKeys {

    private static final int REFERENCE_BYTES = 12;
    private static final int DUE_BYTES = 1 + 8 + REFERENCE_BYTES;

    private StoreKeys() {}

    static Bytes of(Reference reference) {
        return Bytes.wrap(put(ByteBuffer.allocate(REFERENCE_BYTES), reference).array());
    }

    static Bytes of(LookupKey key) {
        boolean wide = key.kind() == LookupKey.Kind.EXACT;
        ByteBuffer bytes = ByteBuffer.allocate(wide ? 17 : 9).put(key.kind().code());
        if (wide) {
            bytes.putLong(key.high());
        }
        return Bytes.wrap(bytes.putLong(key.low()).array());
    }

    static Bytes of(UUID id) {
        return Bytes.wrap(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static Bytes of(Due due) {
        return Bytes.wrap(
                put(day(DUE_BYTES, due.window(), due.day()), due.reference()).array());
    }

    /** Returns the key before which all notes of earlier days stand. */
    static Bytes ofDay(Windows.Window window, long day) {
        return Bytes.wrap(day(1 + 8, window, day).array());
    }

    static Due due(Windows.Window window, Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        bytes.get();
        long day = bytes.getLong() ^ Long.MIN_VALUE;
        return new Due(window, day, new Reference(bytes.getInt(), bytes.getLong()));
    }

    /** A day before 1970 has its sign flipped too, or it would stand behind all others. */
    private static ByteBuffer day(int size, Windows.Window window, long day) {
        return ByteBuffer.allocate(size).put(window.code()).putLong(day ^ Long.MIN_VALUE);
    }

    private static ByteBuffer put(ByteBuffer bytes, Reference reference) {
        return bytes.putInt(reference.partition()).putLong(reference.offset());
    }
}
