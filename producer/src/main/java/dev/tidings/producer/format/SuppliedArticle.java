package dev.tidings.producer.format;

import dev.tidings.schemas.SourceFormat;
import java.util.Optional;

/**
 * What a file says about its article.
 *
 * @param format format of the payload, by content and name
 * @param mediaType media type (IANA) of the payload
 * @param url address of the article as supplied; empty when the format gives none
 */
public record SuppliedArticle(SourceFormat format, String mediaType, Optional<String> url) {}
