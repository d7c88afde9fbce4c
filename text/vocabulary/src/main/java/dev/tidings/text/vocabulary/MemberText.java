package dev.tidings.text.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decodes members as far as identity and metadata need it: UTF-8 if every byte fits, else the declared charset, else a
 * superset of Latin-1, so that there is always a text, and always the same. What the words are is for analyse to say.
 */
public final class MemberText {

    private static final Charset LAST_RESORT = Charset.forName("windows-1252");

    private MemberText() {}

    /** Returns the text of some bytes. */
    public static String decode(ByteBuffer bytes, Optional<String> declared) {
        List<Charset> charsets = Stream.concat(Stream.of(UTF_8), declared.flatMap(MemberText::charsetOf).stream())
                .toList();
        for (Charset charset : charsets) {
            try {
                return charset.newDecoder().decode(bytes.duplicate()).toString();
            } catch (CharacterCodingException e) {
                // The next one is asked.
            }
        }
        return LAST_RESORT.decode(bytes.duplicate()).toString();
    }

    private static Optional<Charset> charsetOf(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
