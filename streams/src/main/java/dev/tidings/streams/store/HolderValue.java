package dev.tidings.streams.store;

import dev.tidings.streams.duplicate.Holder;
import dev.tidings.streams.duplicate.Reference;
import dev.tidings.streams.duplicate.ShingleSketch;
import dev.tidings.text.fold.Fingerprint;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A holder: version, time 8, id 16, revision 8, cluster 16 bytes, which of fingerprint and address key follow, those,
 * number of shingle keys and the keys, and to the end the sketch.
 */
final class HolderValue {

    private static final byte VERSION = 1;
    private static final int HAS_EXACT = 1;
    private static final int HAS_URL = 2;
    private static final int FIXED_BYTES = 1 + 8 + 16 + 8 + 16 + 1 + 1;

    private HolderValue() {}

    static byte[] write(Holder holder) {
        byte[] sketch = holder.shingles().map(ShingleSketch::toBytes).orElseGet(() -> new byte[0]);
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + optionalBytes(holder) + sketch.length);
        bytes.put(VERSION).putLong(holder.time());
        putUuid(bytes, holder.articleId());
        bytes.putLong(holder.revision());
        putUuid(bytes, holder.cluster());
        bytes.put((byte)
                ((holder.exact().isPresent() ? HAS_EXACT : 0) | (holder.urlKey().isPresent() ? HAS_URL : 0)));
        holder.exact().ifPresent(exact -> bytes.putLong(exact.high()).putLong(exact.low()));
        holder.urlKey().ifPresent(bytes::putLong);
        bytes.put((byte) holder.keys().size());
        holder.keys().forEach(bytes::putLong);
        return bytes.put(sketch).array();
    }

    static Holder read(Reference reference, byte[] value) {
        ByteBuffer bytes = Layout.read(value, VERSION, DeskStores.ARTICLES);
        long time = bytes.getLong();
        UUID articleId = uuid(bytes);
        long revision = bytes.getLong();
        UUID cluster = uuid(bytes);
        int has = bytes.get();
        Optional<Fingerprint> exact = (has & HAS_EXACT) == 0
                ? Optional.empty()
                : Optional.of(new Fingerprint(bytes.getLong(), bytes.getLong()));
        OptionalLong url = (has & HAS_URL) == 0 ? OptionalLong.empty() : OptionalLong.of(bytes.getLong());
        List<Long> keys = keys(bytes);
        return new Holder(
                reference, time, articleId, revision, cluster, exact, url, keys, ShingleSketch.read(bytes.slice()));
    }

    private static int optionalBytes(Holder holder) {
        return (holder.exact().isPresent() ? Fingerprint.BYTES : 0)
                + (holder.urlKey().isPresent() ? Long.BYTES : 0)
                + holder.keys().size() * Long.BYTES;
    }

    private static List<Long> keys(ByteBuffer bytes) {
        int count = bytes.get();
        List<Long> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keys.add(bytes.getLong());
        }
        return keys;
    }

    static void putUuid(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
