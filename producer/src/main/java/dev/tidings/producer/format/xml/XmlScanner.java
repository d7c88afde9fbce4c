package dev.tidings.producer.format.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tidings.producer.format.FormatException;
import dev.tidings.producer.format.shared.ByteWindow;
import java.io.IOException;

/**
 * Finds tags in bytes. Knows comments, CDATA, instructions and document types, so that a tag in one of them is none;
 * whether tags match, and what stands between them, is not looked at. For one thread.
 */
final class XmlScanner {

    private static final int MAX_TAG_BYTES = 64 * 1024;
    /** An attribute that has no end is a stray quote. */
    private static final int MAX_VALUE_BYTES = 16 * 1024;

    private final ByteWindow window;
    private long position;
    private long tagStart;
    private String tag = "";

    XmlScanner(ByteWindow window) {
        this.window = window;
    }

    /** What was found. */
    enum Kind {
        START,
        END,
        EMPTY,
        INSTRUCTION,
        DOCTYPE,
        END_OF_INPUT
    }

    /** Returns where the next byte is read. */
    long position() {
        return position;
    }

    /** Returns where the tag found last begins. */
    long tagStart() {
        return tagStart;
    }

    /** Returns the tag found last, from {@code <} to {@code >}, one character a byte. */
    String tag() {
        return tag;
    }

    /** Returns the name in the tag found last, with its prefix. */
    String name() {
        int begin = tag.startsWith("</") ? 2 : 1;
        int end = begin;
        while (end < tag.length() && " \t\r\n/>".indexOf(tag.charAt(end)) < 0) {
            end++;
        }
        return tag.substring(begin, end);
    }

    /**
     * Reads on to the next tag, instruction or document type.
     *
     * @throws FormatException when the input ends within one, or one is longer than any is
     */
    Kind next() throws IOException {
        while (true) {
            int unit = window.byteAt(position);
            if (unit < 0) {
                return Kind.END_OF_INPUT;
            }
            if (unit != '<') {
                position++;
            } else if (lookingAt("<!--")) {
                passOver("-->");
            } else if (lookingAt("<![CDATA[")) {
                passOver("]]>");
            } else if (lookingAt("<?")) {
                return readInstruction();
            } else if (lookingAt("<!DOCTYPE") || lookingAt("<!doctype")) {
                return readDoctype();
            } else if (isName(window.byteAt(position + 1)) || lookingAt("</")) {
                return readTag();
            } else {
                position++;
            }
        }
    }

    private static boolean isName(int unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || unit == '_' || unit >= 0x80;
    }

    private boolean lookingAt(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (window.byteAt(position + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void passOver(String end) throws IOException {
        while (!lookingAt(end)) {
            if (window.byteAt(position) < 0) {
                throw truncated();
            }
            position++;
        }
        position += end.length();
    }

    private Kind readInstruction() throws IOException {
        tagStart = position;
        StringBuilder text = new StringBuilder();
        while (!lookingAt("?>")) {
            append(text);
        }
        position += 2;
        tag = text.append("?>").toString();
        return Kind.INSTRUCTION;
    }

    private Kind readDoctype() throws IOException {
        tagStart = position;
        StringBuilder text = new StringBuilder();
        int brackets = 0;
        while (brackets > 0 || window.byteAt(position) != '>') {
            int unit = append(text);
            brackets += unit == '[' ? 1 : unit == ']' ? -1 : 0;
        }
        position++;
        tag = text.append('>').toString();
        return Kind.DOCTYPE;
    }

    private Kind readTag() throws IOException {
        tagStart = position;
        StringBuilder text = new StringBuilder();
        int quote = 0;
        long quoted = 0;
        while (quote != 0 || window.byteAt(position) != '>') {
            if (quote != 0 && position - quoted > MAX_VALUE_BYTES) {
                throw new FormatException("syntax", "an attribute at byte " + quoted + " has no end");
            }
            int unit = append(text);
            if (quote == unit) {
                quote = 0;
            } else if (quote == 0 && (unit == '"' || unit == '\'')) {
                quote = unit;
                quoted = position;
            }
        }
        position++;
        tag = text.append('>').toString();
        if (tag.startsWith("</")) {
            return Kind.END;
        }
        return tag.endsWith("/>") ? Kind.EMPTY : Kind.START;
    }

    private int append(StringBuilder text) throws IOException {
        int unit = window.byteAt(position);
        if (unit < 0) {
            throw truncated();
        }
        if (text.length() > MAX_TAG_BYTES) {
            throw new FormatException("limit", "a tag at byte " + tagStart + " has over " + MAX_TAG_BYTES + " bytes");
        }
        text.append((char) unit);
        position++;
        return unit;
    }

    private static FormatException truncated() {
        return new FormatException("truncated", "the input ends within an element; what stands before is published");
    }

    /** Returns the characters as the bytes that they were read from. */
    static byte[] bytesOf(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
