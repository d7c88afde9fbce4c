package dev.tidings.streams.decode;

import java.nio.charset.Charset;

/**
 * What a candidate read.
 *
 * @param text characters as the charset gives them
 * @param charset the charset
 * @param origin why that charset
 * @param confidence confidence in it, 0 to 1
 * @param replaced number of U+FFFD put in place of malformed bytes
 */
record Reading(String text, Charset charset, CharsetOrigin origin, double confidence, long replaced) {

    static Reading certain(String text, Charset charset, CharsetOrigin origin) {
        return new Reading(text, charset, origin, 1, 0);
    }

    /** Returns a reading that is as sure as few characters had to be replaced. */
    static Reading lossy(LossyText lossy, Charset charset, CharsetOrigin origin) {
        return new Reading(lossy.text(), charset, origin, 1 - lossy.share(), lossy.replaced());
    }
}
