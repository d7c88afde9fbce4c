package dev.tidings.producer.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.producer.source.Sha256;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The identity of a record in its container: the source's own id, else its address, else the hash of its content. Never
 * its ordinal: one inserted record would make a revision of every neighbour.
 */
public final class RecordIdentity {

    /** Longest identity, in UTF-16 units; of a longer one the beginning stands, and the hash of the whole. */
    private static final int MAX_LENGTH = 1_024;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private RecordIdentity() {}

    /**
     * Returns the identity, NFC, with what would break a line, a key or a uri apart in percent-encoding: white space,
     * control characters, {@code %} and {@code #}.
     *
     * @param record the record
     * @param sha256 SHA-256 of its payload, lower-case hexadecimal
     */
    public static String of(InputRecord record, String sha256) {
        return given(record.id()).or(() -> given(record.url())).orElse(sha256);
    }

    private static Optional<String> given(Optional<String> text) {
        return text.map(String::strip).filter(stated -> !stated.isEmpty()).map(RecordIdentity::shortened);
    }

    private static String shortened(String text) {
        String escaped = escaped(Normalizer.normalize(text, Normalizer.Form.NFC));
        if (escaped.length() <= MAX_LENGTH) {
            return escaped;
        }
        return escaped.substring(0, MAX_LENGTH) + "~" + Sha256.hexOf(escaped.getBytes(UTF_8));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isPlain(c)) {
                escaped.appendCodePoint(c);
            } else {
                appendEscaped(c, escaped);
            }
        });
        return escaped.toString();
    }

    private static boolean isPlain(int c) {
        return c != '%'
                && c != '#'
                && !Character.isISOControl(c)
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.SURROGATE;
    }

    /** Half of a surrogate pair has no UTF-8; it becomes a question mark, as Java writes it. */
    private static void appendEscaped(int c, StringBuilder escaped) {
        for (byte b : Character.toString(c).getBytes(UTF_8)) {
            escaped.append('%').append(HEX.toHexDigits(b));
        }
    }
}
