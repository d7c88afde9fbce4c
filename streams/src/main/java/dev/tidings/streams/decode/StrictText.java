package dev.tidings.streams.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Reads bytes in a charset or not at all. */
final class StrictText {

    private StrictText() {}

    /** Returns the text, or empty when one byte does not fit the charset. */
    static Optional<String> decode(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
