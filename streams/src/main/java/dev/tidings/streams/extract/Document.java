package dev.tidings.streams.extract;

import java.util.Optional;

/**
 * The input of an extractor.
 *
 * @param content the decoded document, markup and all
 * @param suppliedTitle title that the source gave beside the document, verbatim
 */
public record Document(String content, Optional<String> suppliedTitle) {}
