package dev.tidings.streams.decode.charset;

import java.nio.charset.Charset;

/**
 * The result of decoding a payload by one method.
 *
 * @param text characters as the charset gives them
 * @param charset the charset
 * @param origin why that charset
 * @param confidence confidence in it, 0 to 1
 * @param replaced number of U+FFFD put in place of malformed bytes
 */
public record DecodeAttempt(String text, Charset charset, DetectedCharset origin, double confidence, long replaced) {

    public static DecodeAttempt ofStrictText(String text, Charset charset, DetectedCharset origin) {
        return new DecodeAttempt(text, charset, origin, 1, 0);
    }

    /** Returns a reading that is as sure as few characters had to be replaced. */
    public static DecodeAttempt ofLossyText(LossyText lossy, Charset charset, DetectedCharset origin) {
        return new DecodeAttempt(lossy.text(), charset, origin, 1 - lossy.share(), lossy.replaced());
    }
}
