package dev.tidings.producer.format;

import dev.tidings.producer.source.InputContent;
import java.io.IOException;

/**
 * A format in which articles come. It reads an input into a stream of articles, each with its bytes as they stood and
 * what the input states about it, and interprets neither. Implementations are stateless; one class is all that a format
 * needs.
 */
public interface InputFormat {

    /** Returns the name, lower case, as people give it, e.g. {@code json}. */
    String name();

    /** Returns in one line what it reads. */
    String description();

    /** Returns what becomes of its articles' identity, in one line: what stands behind the {@code #} of a uri. */
    default String identity() {
        return "the file";
    }

    /** Returns whether this format reads the input, by its first bytes, and by its name where they do not tell. */
    boolean claims(InputSample sample);

    /**
     * Returns whether an input holds any number of articles. An input that is not a container is one article, is
     * named by its own uri, and is read whole; the articles of a container are named by their identity in it.
     */
    default boolean isContainer() {
        return false;
    }

    /**
     * Returns this format with a mapping of keys for the JSON in it; one that has no JSON, or a mapping already, is as it
     * is.
     *
     * @param mapping as a source declares it
     * @throws IllegalArgumentException when it is none
     */
    default InputFormat withMapping(String mapping) {
        return this;
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
