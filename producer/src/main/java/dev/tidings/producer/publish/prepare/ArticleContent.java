package dev.tidings.producer.publish.prepare;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.producer.source.FileContent;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * The bytes of an article.
 *
 * @param bytes all of them, or the first when there are too many; none when they cannot be read
 * @param size how many it has in its input
 * @param sha256 SHA-256 of the bytes here, lower-case hexadecimal; empty when there are none
 * @param modified modification time of the file it was found in
 */
record ArticleContent(ByteBuffer bytes, long size, String sha256, Instant modified) {

    /** Returns what was read of a file that is one article. */
    static ArticleContent of(FileContent file) {
        return of(file.bytes(), file.size(), file.modified());
    }

    /** Returns a part of a file. */
    static ArticleContent of(ByteBuffer bytes, long size, Instant modified) {
        byte[] read = array(bytes);
        return new ArticleContent(
                ByteBuffer.wrap(read), size, read.length == 0 ? "" : DeadLetters.sha256Hex(read), modified);
    }

    /** Returns the bytes as an array, without a copy where one holds just them. */
    private static byte[] array(ByteBuffer bytes) {
        if (bytes.hasArray() && bytes.arrayOffset() == 0 && bytes.array().length == bytes.remaining()) {
            return bytes.array();
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
    }
}
