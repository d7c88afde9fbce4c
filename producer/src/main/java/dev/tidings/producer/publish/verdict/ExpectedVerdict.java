package dev.tidings.producer.publish.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * A published article whose verdict has not arrived.
 *
 * @param articleId the article
 * @param revision its revision
 * @param uri its uri
 * @param partition of its record in the raw topic
 * @param offset of its record in the raw topic
 */
public record ExpectedVerdict(String articleId, long revision, String uri, int partition, long offset) {

    private static final int ID_BYTES = 36;

    /** Returns this in a compact binary form, which {@link #ofBytes} reads. */
    public byte[] toBytes() {
        byte[] name = uri.getBytes(UTF_8);
        return ByteBuffer.allocate(ID_BYTES + 2 * Long.BYTES + Integer.BYTES + name.length)
                .put(articleId.getBytes(UTF_8))
                .putLong(revision)
                .putInt(partition)
                .putLong(offset)
                .put(name)
                .array();
    }

    /** Reads what {@link #toBytes} wrote in this process. */
    public static ExpectedVerdict ofBytes(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).position(ID_BYTES);
        long revision = in.getLong();
        int partition = in.getInt();
        long offset = in.getLong();
        return new ExpectedVerdict(
                new String(bytes, 0, ID_BYTES, UTF_8),
                revision,
                new String(bytes, in.position(), in.remaining(), UTF_8),
                partition,
                offset);
    }
}
