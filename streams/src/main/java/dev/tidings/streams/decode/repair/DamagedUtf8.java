package dev.tidings.streams.decode.repair;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.streams.decode.charset.CharsetCandidate;
import dev.tidings.streams.decode.charset.DecodeAttempt;
import dev.tidings.streams.decode.charset.DetectedCharset;
import dev.tidings.streams.decode.charset.LossyText;
import dev.tidings.streams.decode.charset.Payload;
import java.util.Optional;

/** UTF-8 with replacements counted. */
public final class DamagedUtf8 implements CharsetCandidate {

    private final int leastGood;

    private DamagedUtf8(int leastGood) {
        this.leastGood = leastGood;
    }

    /** The last resort, which always reads. */
    public static DamagedUtf8 asLastResort() {
        return new DamagedUtf8(0);
    }

    /** Reads what is UTF-8 beyond doubt: twenty good characters beyond ASCII for every damaged one. */
    public static DamagedUtf8 whenMostlyGood() {
        return new DamagedUtf8(20);
    }

    @Override
    public Optional<DecodeAttempt> tryDecode(Payload payload) {
        LossyText text = LossyText.decode(payload.bytes(), UTF_8);
        long good = text.text().chars().filter(c -> c > 0x7f).count() - text.replaced();
        return good < leastGood * text.replaced()
                ? Optional.empty()
                : Optional.of(DecodeAttempt.ofLossyText(text, UTF_8, DetectedCharset.FALLBACK));
    }
}
