package dev.tidings.streams.analyse;

import dev.tidings.streams.decode.charset.Payload;
import java.util.Optional;

/**
 * An article as it was found.
 *
 * @param payload its bytes
 * @param mediaType media type (IANA) of the bytes, parameters allowed
 * @param suppliedMetadata what the source said about it
 * @param mapping mapping that the source wrote for its JSON; empty when it has none
 */
public record ArticleInput(
        Payload payload, String mediaType, SuppliedMetadata suppliedMetadata, Optional<String> mapping) {

    /** Makes one of a source that has no mapping of its own. */
    public ArticleInput(Payload payload, String mediaType, SuppliedMetadata suppliedMetadata) {
        this(payload, mediaType, suppliedMetadata, Optional.empty());
    }
}
