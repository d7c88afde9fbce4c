package dev.tidings.producer.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.producer.source.InputContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;

/** Name and first bytes of an input, by which its format is known: what it is beats what it is called. */
public final class InputSample {

    /** How many bytes are looked at. */
    public static final int MAX_BYTES = 16 * 1024;

    private final String lowerName;
    private final byte[] head;
    private final long size;
    private final Charset unicode;
    private final String start;

    private InputSample(String name, byte[] head, long size) {
        this.lowerName = name.toLowerCase(Locale.ROOT);
        this.head = head;
        this.size = size;
        this.unicode = unicodeOf(head);
        this.start = new String(head, unicode.equals(UTF_8) ? ISO_8859_1 : unicode)
                .replaceFirst("^(?:\\s|\u00ef\u00bb\u00bf|\ufeff)+", "")
                .stripLeading();
    }

    /**
     * Reads the first bytes of an input.
     *
     * @throws IOException when it cannot be read
     */
    public static InputSample of(InputContent content) throws IOException {
        try (InputStream in = content.open()) {
            return new InputSample(content.name(), readHead(in), content.size());
        }
    }

    /** What can be read before a stream breaks tells the format as well. */
    private static byte[] readHead(InputStream in) throws IOException {
        byte[] head = new byte[MAX_BYTES];
        int length = 0;
        try {
            int read = 0;
            while (length < MAX_BYTES && read >= 0) {
                read = in.read(head, length, MAX_BYTES - length);
                length += Math.max(0, read);
            }
        } catch (IOException e) {
            if (length == 0) {
                throw e;
            }
        }
        return Arrays.copyOf(head, length);
    }

    /** Returns the sample of an input of which nothing can be read. */
    static InputSample ofName(InputContent content) {
        return new InputSample(content.name(), new byte[0], content.size());
    }

    /** Returns whether the name of the input ends so; lower case. */
    public boolean nameEndsWith(String... suffixes) {
        for (String suffix : suffixes) {
            if (lowerName.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the name in lower case. */
    public String lowerName() {
        return lowerName;
    }

    /** Returns the first bytes, at most {@value #MAX_BYTES}. */
    public ByteBuffer head() {
        return ByteBuffer.wrap(head).asReadOnlyBuffer();
    }

    /** Returns whether the sample is the whole input. */
    public boolean isWhole() {
        return head.length >= size;
    }

    /** Returns whether the input is in UTF-16, by its byte order mark. */
    public boolean isUtf16() {
        return !unicode.equals(UTF_8);
    }

    /**
     * Returns the beginning as characters, one a byte unless it is UTF-16, from the first that is no white space: enough
     * to see markup by, no text for people.
     */
    public String start() {
        return start;
    }

    /** Returns whether the beginning has bytes that no text has: controls other than of lines, tabs and escapes. */
    public boolean isBinary() {
        int controls = 0;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            controls += c < ' ' && "\t\n\r\f\b\u001b\u001a".indexOf(c) < 0 ? 1 : 0;
        }
        return controls * 50 > start.length();
    }

    private static Charset unicodeOf(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return UTF_16LE;
        }
        return head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff ? UTF_16BE : UTF_8;
    }
}
