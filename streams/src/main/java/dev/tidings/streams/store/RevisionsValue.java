package dev.tidings.streams.store;

import dev.tidings.streams.duplicate.Reference;
import dev.tidings.streams.duplicate.Revisions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Revisions of an article: version, then of each revision 8, partition 4, offset 8, time 8, cluster 16 bytes, and its
 * SHA-256 behind its length.
 */
final class RevisionsValue {

    private static final byte VERSION = 1;
    private static final int FIXED_BYTES = 8 + 4 + 8 + 8 + 16 + 1;

    private RevisionsValue() {}

    static byte[] write(Revisions revisions) {
        int digits = revisions.seen().stream()
                .mapToInt(seen -> seen.contentSha256().length())
                .sum();
        ByteBuffer bytes = ByteBuffer.allocate(1 + revisions.seen().size() * FIXED_BYTES + digits / 2);
        bytes.put(VERSION);
        for (Revisions.Seen seen : revisions.seen()) {
            bytes.putLong(seen.revision());
            bytes.putInt(seen.reference().partition()).putLong(seen.reference().offset());
            bytes.putLong(seen.time());
            HolderValue.putUuid(bytes, seen.cluster());
            byte[] sha256 = HexFormat.of().parseHex(seen.contentSha256());
            bytes.put((byte) sha256.length).put(sha256);
        }
        return bytes.array();
    }

    static Revisions read(byte[] value) {
        ByteBuffer bytes = Layout.read(value, VERSION, DeskStores.REVISIONS);
        List<Revisions.Seen> seen = new ArrayList<>();
        while (bytes.hasRemaining()) {
            long revision = bytes.getLong();
            Reference reference = new Reference(bytes.getInt(), bytes.getLong());
            long time = bytes.getLong();
            UUID cluster = HolderValue.uuid(bytes);
            byte[] sha256 = new byte[bytes.get()];
            bytes.get(sha256);
            seen.add(new Revisions.Seen(revision, HexFormat.of().formatHex(sha256), reference, time, cluster));
        }
        return new Revisions(seen);
    }
}
