package dev.tidings.streams.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** UTF-8, when every byte fits: other charsets hardly ever do by accident. */
final class StrictUtf8 implements CharsetCandidate {

    @Override
    public Optional<Reading> read(Payload payload) {
        return StrictText.decode(payload.bytes(), UTF_8)
                .map(text -> Reading.certain(text, UTF_8, CharsetOrigin.STRICT_UTF8));
    }
}
