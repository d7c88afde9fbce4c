package dev.tidings.streams.decode;

import java.util.List;

/**
 * A text with the account of how it was read.
 *
 * @param text the text, without byte order mark and control characters; lines end with {@code \n}
 * @param charset charset it was read with (IANA name)
 * @param origin why that charset
 * @param confidence confidence in the charset, 0 to 1
 * @param replacedChars number of U+FFFD put in place of malformed bytes
 * @param flags codes of what was unusual, in the order found
 */
public record DecodedText(
        String text, String charset, CharsetOrigin origin, double confidence, long replacedChars, List<String> flags) {

    /** Malformed bytes were replaced. */
    public static final String LOSSY_DECODE = "lossy_decode";
    /** Control characters were taken out. */
    public static final String CONTROL_CHARS_REMOVED = "control_chars_removed";
    /** The declared charset is unknown or does not fit the bytes. */
    public static final String CHARSET_CONFLICT = "charset_conflict";

    /** Freezes the flags. */
    public DecodedText {
        flags = List.copyOf(flags);
    }
}
