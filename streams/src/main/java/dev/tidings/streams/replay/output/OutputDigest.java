package dev.tidings.streams.replay.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A hash of records that does not depend on the order in which they stand in partitions, on their offsets or on their
 * times: SHA-256 over the sorted SHA-256 of each record's parts. A part is written with its length before it, a missing
 * one as the length -1, so that no two records look alike. Keeps 32 bytes of each record. For one thread.
 */
public final class OutputDigest {

    private final MessageDigest sha256 = sha256();
    private final List<byte[]> records = new ArrayList<>();

    /** Adds the digest of a record. */
    void addRecord(byte[] record) {
        records.add(record);
    }

    /** Returns the digest of a record: of topic without prefix, key, value, headers in their order. */
    byte[] digestOf(String topic, byte @Nullable [] key, byte @Nullable [] value, Iterable<Header> headers) {
        addPart(topic.getBytes(UTF_8));
        addPart(key);
        addPart(value);
        for (Header header : headers) {
            addPart(header.key().getBytes(UTF_8));
            addPart(header.value());
        }
        return sha256.digest();
    }

    /** Returns the digest of a text. */
    byte[] digestOf(String text) {
        addPart(text.getBytes(UTF_8));
        return sha256.digest();
    }

    private void addPart(byte @Nullable [] bytes) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(bytes == null ? -1 : bytes.length)
                .flip());
        if (bytes != null) {
            sha256.update(bytes);
        }
    }

    /** Returns the hash of all that was added, in lower-case hexadecimal. */
    String hash() {
        records.sort(Arrays::compareUnsigned);
        records.forEach(sha256::update);
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
