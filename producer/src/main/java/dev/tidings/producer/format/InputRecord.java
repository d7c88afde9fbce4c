package dev.tidings.producer.format;

import java.nio.ByteBuffer;
import java.util.Optional;

/** A record of an input: an article, or something that was meant to be one. */
public sealed interface InputRecord permits SuppliedArticle, RejectedRecord, SkippedRecord {

    /**
     * Returns where the record stands in its input, from 0, in bytes or records as the format counts; each record's is
     * larger than that of the one before. Only for reading on, never an identity.
     */
    long recordOffset();

    /** Returns the source's own id of the record, e.g. a guid; empty when it has none. */
    Optional<String> id();

    /** Returns the address of the record as supplied; empty when it has none. */
    Optional<String> url();

    /** Returns the bytes of the record as they stood; of a rejected one perhaps only the first. */
    ByteBuffer payload();
}
