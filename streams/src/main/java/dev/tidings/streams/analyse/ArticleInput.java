package dev.tidings.streams.analyse;

import dev.tidings.streams.decode.Payload;

/**
 * An article as it was found.
 *
 * @param payload its bytes
 * @param mediaType media type (IANA) of the bytes, parameters allowed
 * @param supplied what the source said about it
 */
public record ArticleInput(Payload payload, String mediaType, Supplied supplied) {}
