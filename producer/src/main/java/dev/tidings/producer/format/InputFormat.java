package dev.tidings.producer.format;

import dev.tidings.producer.source.InputContent;
import java.io.IOException;

/**
 * A format in which articles come. It reads an input into a stream of articles, each with its bytes as they stood and
 * what the input states about it, and interprets neither. Implementations are stateless; one class is all that a format
 * needs.
 */
public interface InputFormat {

    /**
     * Returns whether this format reads the input. Asked before anything of the input is read, so the name should be
     * enough; a format that looks at the first bytes as well gives false when they cannot be read.
     */
    boolean claimsName(InputContent content);

    /**
     * Returns whether an input holds any number of articles. An input that is not a container is one article, is
     * named by its own uri, and is read whole; the articles of a container are named by their identity in it.
     */
    default boolean isContainer() {
        return false;
    }

    /**
     * Begins to read. At no time is more held than the largest article takes.
     *
     * @param maxArticleBytes most bytes of one article; a record of a container that has more is returned as a
     *     {@link RejectedRecord} with its head, and never held whole
     * @return a reader of the records in the order in which they stand, to be closed by the caller
     * @throws FormatException when the input is not of this format at all
     * @throws IOException when the input cannot be read
     */
    RecordReader read(InputContent content, long maxArticleBytes) throws IOException;
}
