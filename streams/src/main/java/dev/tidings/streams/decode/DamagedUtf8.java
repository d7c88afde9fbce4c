package dev.tidings.streams.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** UTF-8 with replacements counted: the last resort, which always reads. */
final class DamagedUtf8 implements CharsetCandidate {

    @Override
    public Optional<Reading> read(Payload payload) {
        return Optional.of(Reading.lossy(LossyText.decode(payload.bytes(), UTF_8), UTF_8, CharsetOrigin.FALLBACK));
    }
}
