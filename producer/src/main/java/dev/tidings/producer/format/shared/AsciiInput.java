package dev.tidings.producer.format.shared;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.producer.source.InputContent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.apache.commons.io.input.ReaderInputStream;

/**
 * Opens inputs as bytes in which ASCII stands for itself, without byte order mark, so that brackets and tags can be found
 * whatever the charset of the words. Input in UTF-16 is the one that has to be changed: it becomes UTF-8.
 */
public final class AsciiInput {

    private static final int BUFFER_BYTES = 64 * 1024;

    private AsciiInput() {}

    /** Opens an input; the caller closes it. */
    public static InputStream open(InputContent content) throws IOException {
        BufferedInputStream in = new BufferedInputStream(content.open(), BUFFER_BYTES);
        in.mark(3);
        byte[] head = in.readNBytes(3);
        in.reset();
        if (startsWith(head, 0xff, 0xfe)) {
            return utf8Of(in, UTF_16LE);
        }
        if (startsWith(head, 0xfe, 0xff)) {
            return utf8Of(in, UTF_16BE);
        }
        return startsWith(head, 0xef, 0xbb, 0xbf) ? withoutMarks(in) : in;
    }

    /** Some programs put one mark before another. */
    private static InputStream withoutMarks(BufferedInputStream in) throws IOException {
        byte[] head;
        do {
            in.skipNBytes(3);
            in.mark(3);
            head = in.readNBytes(3);
            in.reset();
        } while (startsWith(head, 0xef, 0xbb, 0xbf));
        return in;
    }

    private static InputStream utf8Of(InputStream in, Charset charset) throws IOException {
        in.skipNBytes(2);
        return new BufferedInputStream(
                ReaderInputStream.builder()
                        .setReader(new InputStreamReader(in, charset))
                        .setCharset(UTF_8)
                        .get(),
                BUFFER_BYTES);
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        boolean equal = head.length >= bytes.length;
        for (int i = 0; equal && i < bytes.length; i++) {
            equal = Byte.toUnsignedInt(head[i]) == bytes[i];
        }
        return equal;
    }
}
