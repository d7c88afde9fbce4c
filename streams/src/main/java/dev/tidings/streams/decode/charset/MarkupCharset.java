package dev.tidings.streams.decode.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset that a page names in itself: {@code <meta charset>} or an XML declaration near its beginning. */
final class MarkupCharset {

    /** The standard asks for 1,024 bytes; browsers look further, and so do pages. */
    private static final int MAX_BYTES = 4_096;

    private static final Pattern META =
            Pattern.compile("<meta\\s[^>]*?charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern XML =
            Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']+)", Pattern.CASE_INSENSITIVE);

    private MarkupCharset() {}

    /** Returns the name; empty when the payload does not begin as markup or names none. */
    static Optional<String> findCharsetName(ByteBuffer bytes) {
        if (!beginsAsMarkup(bytes)) {
            return Optional.empty();
        }
        byte[] head = new byte[Math.min(bytes.remaining(), MAX_BYTES)];
        bytes.duplicate().get(head);
        String start = new String(head, ISO_8859_1);
        return first(XML, start).or(() -> first(META, start)).map(MarkupCharset::replaceUtf16);
    }

    private static boolean beginsAsMarkup(ByteBuffer bytes) {
        int first = bytes.position();
        while (first < bytes.limit() && Character.isWhitespace(bytes.get(first))) {
            first++;
        }
        return first < bytes.limit() && bytes.get(first) == '<';
    }

    private static Optional<String> first(Pattern pattern, String start) {
        Matcher matcher = pattern.matcher(start);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** What could be read as ASCII is not in UTF-16, whatever it says. */
    private static String replaceUtf16(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("utf-16") ? "UTF-8" : name;
    }
}
