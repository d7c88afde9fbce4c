package dev.tidings.streams.decode.charset;

import java.util.Optional;

/** One method to find the charset of a payload. Pure, and safe for use by many threads. */
@FunctionalInterface
public interface CharsetCandidate {

    /** Returns the decoded text; empty when this method does not apply and the next one should be asked. */
    Optional<DecodeAttempt> tryDecode(Payload payload);
}
