package dev.tidings.streams.decode;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** The charset that the source named, when every byte fits it. */
final class DeclaredCharset implements CharsetCandidate {

    @Override
    public Optional<Reading> read(Payload payload) {
        return payload.declaredCharset()
                .flatMap(DeclaredCharset::charset)
                .flatMap(charset -> StrictText.decode(payload.bytes(), charset)
                        .map(text -> Reading.certain(text, charset, CharsetOrigin.DECLARED)));
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
