package dev.tidings.streams.decode.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Text in which U+FFFD stands for what could not be read.
 *
 * @param text the characters
 * @param replaced how many of them were put in; a U+FFFD that the bytes themselves spell does not count
 */
public record LossyText(String text, long replaced) {

    private static final char REPLACEMENT = '\ufffd';
    private static final int BUFFER_CHARS = 8_192;

    /** Returns the share of replaced characters among all, 0 to 1. */
    double share() {
        return replaced == 0 ? 0 : (double) replaced / text.codePointCount(0, text.length());
    }

    /** Decodes every byte, one U+FFFD for each malformed or unmappable sequence. */
    public static LossyText decode(ByteBuffer bytes, Charset charset) {
        // A new decoder reports what it cannot read, which is what makes counting possible.
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer buffer = CharBuffer.allocate(BUFFER_CHARS);
        StringBuilder text = new StringBuilder(bytes.remaining());
        long replaced = 0;
        CoderResult result;
        do {
            result = decoder.decode(bytes, buffer, true);
            drain(buffer, text);
            if (result.isError()) {
                bytes.position(bytes.position() + result.length());
                text.append(REPLACEMENT);
                replaced++;
            }
        } while (!result.isUnderflow());
        decoder.flush(buffer);
        drain(buffer, text);
        return new LossyText(text.toString(), replaced);
    }

    private static void drain(CharBuffer buffer, StringBuilder text) {
        text.append(buffer.flip());
        buffer.clear();
    }
}
