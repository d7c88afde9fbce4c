package dev.tidings.streams.decode.charset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The charset that the source or the page itself named, when every byte fits it. A name from before Unicode over bytes
 * that are UTF-8 is a server's habit: such bytes hardly ever fit UTF-8 by accident.
 */
public final class DeclaredCharset implements CharsetCandidate {

    /** Characters from which on a text in two-byte charsets cannot be UTF-8 by accident. */
    private static final int NO_ACCIDENT = 4;

    @Override
    public Optional<DecodeAttempt> tryDecode(Payload payload) {
        return payload.declarations().stream()
                .map(WebCharset::forName)
                .flatMap(Optional::stream)
                .flatMap(charset -> decodeDeclared(payload, charset).stream())
                .findFirst();
    }

    private static Optional<DecodeAttempt> decodeDeclared(Payload payload, WebCharset declared) {
        return declared.decodeStrictly(payload.bytes())
                .filter(text -> isUnicode(declared.charset()) || !isUtf8(payload, declared.charset()))
                .map(text -> DecodeAttempt.ofStrictText(text.text(), text.charset(), DetectedCharset.DECLARED));
    }

    private static boolean isUnicode(Charset charset) {
        return charset.name().startsWith("UTF-");
    }

    private static boolean isUtf8(Payload payload, Charset declared) {
        boolean singleBytes = declared.canEncode() && declared.newEncoder().maxBytesPerChar() == 1;
        return StrictText.decode(payload.bytes(), UTF_8)
                .filter(text -> text.chars().filter(c -> c > 0x7f).count() >= (singleBytes ? 1 : NO_ACCIDENT))
                .isPresent();
    }
}
