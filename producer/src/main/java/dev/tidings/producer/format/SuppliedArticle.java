package dev.tidings.producer.format;

import dev.tidings.schemas.SourceFormat;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An article as its input has it.
 *
 * @param payload its bytes as they stood: the whole file, or the record of a container; backed by an array of its own
 * @param format format of the payload, by content and name
 * @param mediaType media type (IANA) of the payload
 * @param recordOffset where it stands in its container; -1 when the input is no container
 * @param id the source's own id; empty when it has none
 * @param metadata what the input states about it
 */
public record SuppliedArticle(
        ByteBuffer payload,
        SourceFormat format,
        String mediaType,
        long recordOffset,
        Optional<String> id,
        SuppliedMetadata metadata)
        implements InputRecord {

    /** Returns an article that is a whole input about which nothing is stated. */
    public static SuppliedArticle whole(ByteBuffer payload, SourceFormat format, String mediaType) {
        return new SuppliedArticle(payload, format, mediaType, -1, Optional.empty(), SuppliedMetadata.NONE);
    }

    @Override
    public Optional<String> url() {
        return metadata.url();
    }
}
