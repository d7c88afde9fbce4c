package dev.tidings.streams.topology.dedup.store;

import dev.tidings.streams.dedup.index.Posting;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.topology.store.ValueVersion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The postings of a blocking key as bytes: version, then partition 4, offset 8, time 8 bytes of each. */
final class PostingsValue {

    private static final byte VERSION = 1;
    private static final int ENTRY_BYTES = 4 + 8 + 8;

    private PostingsValue() {}

    static byte[] toBytes(List<Posting> postings) {
        ByteBuffer bytes =
                ByteBuffer.allocate(1 + postings.size() * ENTRY_BYTES).put(VERSION);
        for (Posting entry : postings) {
            bytes.putInt(entry.sourcePosition().partition());
            bytes.putLong(entry.sourcePosition().offset());
            bytes.putLong(entry.time());
        }
        return bytes.array();
    }

    static List<Posting> fromBytes(byte[] value) {
        ByteBuffer bytes = ValueVersion.readVersioned(value, VERSION, DedupStores.POSTINGS);
        List<Posting> postings = new ArrayList<>();
        while (bytes.hasRemaining()) {
            postings.add(new Posting(new SourcePosition(bytes.getInt(), bytes.getLong()), bytes.getLong()));
        }
        return postings;
    }
}
