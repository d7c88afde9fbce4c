package dev.tidings.streams.topology.dedup.store;

import dev.tidings.streams.dedup.index.ArticleRevisions;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.topology.store.ValueVersion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The revisions of an article as bytes: version, then of each revision 8, partition 4, offset 8, time 8, cluster 16
 * bytes, and its SHA-256 behind its length. A revision that was a dead letter has zeros for its cluster.
 */
final class RevisionsValue {

    private static final byte VERSION = 1;
    private static final UUID NO_CLUSTER = new UUID(0, 0);
    private static final int FIXED_BYTES = 8 + 4 + 8 + 8 + 16 + 1;

    private RevisionsValue() {}

    static byte[] toBytes(ArticleRevisions articleRevisions) {
        int digits = articleRevisions.seen().stream()
                .mapToInt(seen -> seen.contentSha256().length())
                .sum();
        ByteBuffer bytes = ByteBuffer.allocate(1 + articleRevisions.seen().size() * FIXED_BYTES + digits / 2);
        bytes.put(VERSION);
        for (ArticleRevisions.Seen seen : articleRevisions.seen()) {
            bytes.putLong(seen.revision());
            bytes.putInt(seen.sourcePosition().partition())
                    .putLong(seen.sourcePosition().offset());
            bytes.putLong(seen.time());
            IndexedArticleValue.putUuid(bytes, seen.cluster().orElse(NO_CLUSTER));
            byte[] sha256 = HexFormat.of().parseHex(seen.contentSha256());
            bytes.put((byte) sha256.length).put(sha256);
        }
        return bytes.array();
    }

    static ArticleRevisions fromBytes(byte[] value) {
        ByteBuffer bytes = ValueVersion.readVersioned(value, VERSION, DedupStores.REVISIONS);
        List<ArticleRevisions.Seen> seen = new ArrayList<>();
        while (bytes.hasRemaining()) {
            long revision = bytes.getLong();
            SourcePosition sourcePosition = new SourcePosition(bytes.getInt(), bytes.getLong());
            long time = bytes.getLong();
            UUID cluster = IndexedArticleValue.readUuid(bytes);
            byte[] sha256 = new byte[bytes.get()];
            bytes.get(sha256);
            seen.add(new ArticleRevisions.Seen(
                    revision,
                    HexFormat.of().formatHex(sha256),
                    sourcePosition,
                    time,
                    Optional.of(cluster).filter(known -> !known.equals(NO_CLUSTER))));
        }
        return new ArticleRevisions(seen);
    }
}
