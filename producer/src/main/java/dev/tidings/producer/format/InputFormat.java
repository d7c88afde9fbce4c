package dev.tidings.producer.format;

import java.nio.ByteBuffer;

/** A format in which articles come in files. Implementations are stateless. */
public interface InputFormat {

    /** Returns whether a file of this name is taken to be of this format, before it is opened. */
    boolean claims(String fileName);

    /** Returns what the file says about its article, beside the bytes, which are carried verbatim. */
    SuppliedArticle supplied(ByteBuffer content);
}
