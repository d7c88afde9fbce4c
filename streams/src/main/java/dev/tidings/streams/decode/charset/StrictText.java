package dev.tidings.streams.decode.charset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Reads bytes in a charset or not at all. */
public final class StrictText {

    private StrictText() {}

    private static final char REPLACEMENT = '\ufffd';

    /** Returns the text, or empty when one byte does not fit the charset. */
    public static Optional<String> decode(ByteBuffer bytes, Charset charset) {
        return charset.equals(UTF_8) ? decodeUtf8(bytes) : decodeStrictly(bytes, charset);
    }

    /** Strings read UTF-8 several times as fast as decoders, and put U+FFFD where a byte does not fit. */
    private static Optional<String> decodeUtf8(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        String text = new String(copy, UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? Optional.of(text) : decodeStrictly(bytes, UTF_8);
    }

    private static Optional<String> decodeStrictly(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
