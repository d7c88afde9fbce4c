package dev.tidings.producer.format;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A record of a container that cannot become an article. It ends as a dead letter of its own; the records before and
 * behind it are not touched.
 *
 * @param recordOffset where it stands
 * @param id the source's own id; empty when it has none or it could not be read
 * @param url address as supplied; empty when it has none or it could not be read
 * @param payload its bytes, or the first of them
 * @param size how many bytes it has
 * @param reason code for people and programs, e.g. {@code malformed}
 * @param message one line: cause and, where there is one, fix
 */
public record RejectedRecord(
        long recordOffset,
        Optional<String> id,
        Optional<String> url,
        ByteBuffer payload,
        long size,
        String reason,
        String message)
        implements InputRecord {

    /** Reason of a record with more bytes than an article may have. */
    public static final String TOO_LARGE = "too_large";

    /** Reason of a record that its format cannot make sense of. */
    public static final String MALFORMED = "malformed";
}
