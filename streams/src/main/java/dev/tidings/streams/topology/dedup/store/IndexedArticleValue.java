package dev.tidings.streams.topology.dedup.store;

import dev.tidings.streams.dedup.index.IndexedArticle;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.sketch.ShingleSketch;
import dev.tidings.streams.topology.store.ValueVersion;
import dev.tidings.text.fold.Fingerprint;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * An indexed article as bytes: version, time 8, id 16, revision 8, cluster 16 bytes, which of fingerprint and URL key
 * follow, those, number of shingle keys and the keys, and to the end the sketch.
 */
final class IndexedArticleValue {

    private static final byte VERSION = 1;
    private static final int HAS_EXACT = 1;
    private static final int HAS_URL = 2;
    private static final int FIXED_BYTES = 1 + 8 + 16 + 8 + 16 + 1 + 1;

    private IndexedArticleValue() {}

    static byte[] toBytes(IndexedArticle indexedArticle) {
        byte[] sketch = indexedArticle.shingles().map(ShingleSketch::toBytes).orElseGet(() -> new byte[0]);
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + optionalBytes(indexedArticle) + sketch.length);
        bytes.put(VERSION).putLong(indexedArticle.time());
        putUuid(bytes, indexedArticle.articleId());
        bytes.putLong(indexedArticle.revision());
        putUuid(bytes, indexedArticle.cluster());
        bytes.put((byte) ((indexedArticle.exact().isPresent() ? HAS_EXACT : 0)
                | (indexedArticle.urlKey().isPresent() ? HAS_URL : 0)));
        indexedArticle.exact().ifPresent(exact -> bytes.putLong(exact.high()).putLong(exact.low()));
        indexedArticle.urlKey().ifPresent(bytes::putLong);
        bytes.put((byte) indexedArticle.keys().size());
        indexedArticle.keys().forEach(bytes::putLong);
        return bytes.put(sketch).array();
    }

    static IndexedArticle fromBytes(SourcePosition sourcePosition, byte[] value) {
        ByteBuffer bytes = ValueVersion.readVersioned(value, VERSION, DedupStores.ARTICLES);
        long time = bytes.getLong();
        UUID articleId = readUuid(bytes);
        long revision = bytes.getLong();
        UUID cluster = readUuid(bytes);
        int has = bytes.get();
        Optional<Fingerprint> exact = (has & HAS_EXACT) == 0
                ? Optional.empty()
                : Optional.of(new Fingerprint(bytes.getLong(), bytes.getLong()));
        OptionalLong url = (has & HAS_URL) == 0 ? OptionalLong.empty() : OptionalLong.of(bytes.getLong());
        List<Long> keys = readKeys(bytes);
        return new IndexedArticle(
                sourcePosition,
                time,
                articleId,
                revision,
                cluster,
                exact,
                url,
                keys,
                ShingleSketch.fromBytes(bytes.slice()));
    }

    private static int optionalBytes(IndexedArticle indexedArticle) {
        return (indexedArticle.exact().isPresent() ? Fingerprint.BYTES : 0)
                + (indexedArticle.urlKey().isPresent() ? Long.BYTES : 0)
                + indexedArticle.keys().size() * Long.BYTES;
    }

    private static List<Long> readKeys(ByteBuffer bytes) {
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

    static UUID readUuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
