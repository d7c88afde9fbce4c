package dev.tidings.streams.extract;

import java.util.Optional;

/**
 * The input of an extractor.
 *
 * @param content the decoded document, markup and all
 * @param suppliedTitle title that the source gave beside the document, verbatim
 * @param mapping mapping that the source wrote for its JSON; empty when it has none
 */
public record Document(String content, Optional<String> suppliedTitle, Optional<String> mapping) {

    /** Makes the input of a source that has no mapping of its own. */
    public Document(String content, Optional<String> suppliedTitle) {
        this(content, suppliedTitle, Optional.empty());
    }
}
