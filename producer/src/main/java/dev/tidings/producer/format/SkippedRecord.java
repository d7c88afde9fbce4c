package dev.tidings.producer.format;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A record of a container that is no article by rule, e.g. a picture, or the request beside a response. It is counted
 * and told, and is no failure.
 *
 * @param recordOffset where it stands
 * @param id the source's own id; empty when it has none
 * @param url address as supplied; empty when it has none
 * @param payload its bytes, or the first of them
 * @param reason code for people and programs, e.g. {@code not_an_article}
 * @param message one line: why it is passed over
 */
public record SkippedRecord(
        long recordOffset, Optional<String> id, Optional<String> url, ByteBuffer payload, String reason, String message)
        implements InputRecord {

    /** Reason of a record that has neither title nor text. */
    public static final String NOT_AN_ARTICLE = "not_an_article";
}
