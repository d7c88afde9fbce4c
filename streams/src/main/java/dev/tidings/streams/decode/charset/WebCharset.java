package dev.tidings.streams.decode.charset;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A charset as the web uses its name: often what is written under it is a superset, e.g. windows-1252 under the name of
 * ISO-8859-1 (WHATWG Encoding Standard).
 */
public record WebCharset(Charset charset) {

    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("US-ASCII", "windows-1252"),
            Map.entry("ISO-8859-1", "windows-1252"),
            Map.entry("ISO-8859-9", "windows-1254"),
            Map.entry("ISO-8859-11", "x-windows-874"),
            Map.entry("TIS-620", "x-windows-874"),
            Map.entry("GB2312", "GB18030"),
            Map.entry("GBK", "GB18030"),
            Map.entry("Big5", "Big5-HKSCS"),
            Map.entry("Shift_JIS", "windows-31j"),
            Map.entry("EUC-KR", "x-windows-949"));

    /** What Java does not know by itself. */
    private static final Map<String, String> ALIASES =
            Map.of("windows-874", "x-windows-874", "windows-949", "x-windows-949", "utf8mb4", "UTF-8");

    /** A text with the charset that read it. */
    public record Text(String text, Charset charset) {}

    /** Returns the charset of a name; empty when nobody knows it. */
    public static Optional<WebCharset> forName(String name) {
        String stripped = name.strip();
        try {
            return Optional.of(
                    new WebCharset(Charset.forName(ALIASES.getOrDefault(stripped.toLowerCase(Locale.ROOT), stripped))));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Returns its superset, or itself. */
    public Charset supersetOrSelf() {
        return Charset.forName(SUPERSETS.getOrDefault(charset.name(), charset.name()));
    }

    /** Returns whether a text read in another charset is what this one meant. */
    public boolean acceptsCharset(Charset other) {
        return other.equals(charset) || other.equals(supersetOrSelf());
    }

    /** Reads every byte, in itself or in its superset, or nothing. */
    public Optional<Text> decodeStrictly(ByteBuffer bytes) {
        return StrictText.decode(bytes.duplicate(), charset)
                .filter(text -> !meansMore(text))
                .map(text -> new Text(text, charset))
                .or(() -> StrictText.decode(bytes.duplicate(), supersetOrSelf())
                        .map(text -> new Text(text, supersetOrSelf())));
    }

    /** Nobody writes C1 controls; in the superset they are quotes and dashes. */
    private boolean meansMore(String text) {
        return !supersetOrSelf().equals(charset) && text.chars().anyMatch(c -> c >= 0x80 && c < 0xa0);
    }
}
