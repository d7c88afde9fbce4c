package dev.tidings.streams.decode;

import dev.tidings.streams.decode.charset.DetectedCharset;
import java.util.List;

/**
 * A decoded text, with how it was decoded.
 *
 * @param text the text, without byte order mark and control characters; lines end with {@code \n}
 * @param charset charset it was read with (IANA name)
 * @param origin why that charset was chosen
 * @param confidence confidence in the charset, 0 to 1
 * @param replacedChars number of U+FFFD put in place of malformed bytes
 * @param flags codes of what was unusual, in the order found
 */
public record DecodedText(
        String text,
        String charset,
        DetectedCharset origin,
        double confidence,
        long replacedChars,
        List<String> flags) {

    /** Malformed bytes were replaced. */
    public static final String LOSSY_DECODE = "lossy_decode";
    /** Control characters were taken out. */
    public static final String CONTROL_CHARS_REMOVED = "control_chars_removed";
    /** Nobody named the charset; the letters told it. */
    public static final String CHARSET_GUESSED = "charset_guessed";
    /** The charset that the source or the page declares is unknown, does not fit the bytes or contradicts the other. */
    public static final String CHARSET_CONFLICT = "charset_conflict";

    /** Freezes the flags. */
    public DecodedText {
        flags = List.copyOf(flags);
    }
}
