package dev.tidings.producer.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The bytes of one input. They can be read again and again, each time from the beginning, and are never held whole. */
public interface InputContent {

    /** Returns the name of the input, e.g. a file's name; it may tell the format. */
    String name();

    /** Returns the length in bytes. */
    long size();

    /**
     * Opens the content at its first byte; the caller closes it.
     *
     * @throws IOException when it cannot be read, or is there no more
     */
    InputStream open() throws IOException;

    /** Returns content that is in memory already. */
    static InputContent of(String name, ByteBuffer bytes) {
        return new BufferedContent(name, bytes);
    }

    /**
     * Content in memory.
     *
     * @param name of the input
     * @param bytes backed by an array; what remains of them counts
     */
    record BufferedContent(String name, ByteBuffer bytes) implements InputContent {

        @Override
        public long size() {
            return bytes.remaining();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        }
    }
}
