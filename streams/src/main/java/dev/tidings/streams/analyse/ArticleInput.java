package dev.tidings.streams.analyse;

import dev.tidings.streams.decode.charset.Payload;

/**
 * An article as it was found.
 *
 * @param payload its bytes
 * @param mediaType media type (IANA) of the bytes, parameters allowed
 * @param suppliedMetadata what the source said about it
 */
public record ArticleInput(Payload payload, String mediaType, SuppliedMetadata suppliedMetadata) {}
