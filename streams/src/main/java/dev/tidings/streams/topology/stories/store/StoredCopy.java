package dev.tidings.streams.topology.stories.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.streams.story.index.CarriedCopy;
import dev.tidings.streams.topology.store.ValueVersion;
import java.nio.ByteBuffer;
import java.util.UUID;

/** A copy as bytes: a version byte, its id, id and sequence of its original, and its source in UTF-8. */
final class StoredCopy {

    private static final byte VERSION = 1;
    private static final int FIXED_BYTES = 1 + 5 * Long.BYTES;

    private StoredCopy() {}

    static byte[] toBytes(CarriedCopy copy) {
        UUID id = UUID.fromString(copy.id());
        UUID original = UUID.fromString(copy.originalId());
        byte[] source = copy.source().getBytes(UTF_8);
        return ByteBuffer.allocate(FIXED_BYTES + source.length)
                .put(VERSION)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(original.getMostSignificantBits())
                .putLong(original.getLeastSignificantBits())
                .putLong(copy.original())
                .put(source)
                .array();
    }

    static CarriedCopy fromBytes(int slot, byte[] value) {
        ByteBuffer bytes = ValueVersion.readVersioned(value, VERSION, StoryStores.COPIES);
        String id = new UUID(bytes.getLong(), bytes.getLong()).toString();
        String originalId = new UUID(bytes.getLong(), bytes.getLong()).toString();
        long original = bytes.getLong();
        return new CarriedCopy(id, slot, UTF_8.decode(bytes).toString(), originalId, original);
    }
}
