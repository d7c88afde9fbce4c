package dev.tidings.streams.decode.charset;

import java.util.Optional;

/** One way to find the charset of a payload. Pure, and safe for use by many threads. */
@FunctionalInterface
public interface CharsetCandidate {

    /** Returns the reading, or empty when this way does not apply and the next one should be asked. */
    Optional<DecodeAttempt> tryDecode(Payload payload);
}
