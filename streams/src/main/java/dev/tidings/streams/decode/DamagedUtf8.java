package dev.tidings.streams.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** UTF-8 with replacements counted. */
final class DamagedUtf8 implements CharsetCandidate {

    private final int leastGood;

    private DamagedUtf8(int leastGood) {
        this.leastGood = leastGood;
    }

    /** The last resort, which always reads. */
    static DamagedUtf8 always() {
        return new DamagedUtf8(0);
    }

    /** Reads what is UTF-8 beyond doubt: twenty good characters beyond ASCII for every damaged one. */
    static DamagedUtf8 whenMostlyGood() {
        return new DamagedUtf8(20);
    }

    @Override
    public Optional<Reading> read(Payload payload) {
        LossyText text = LossyText.decode(payload.bytes(), UTF_8);
        long good = text.text().chars().filter(c -> c > 0x7f).count() - text.replaced();
        return good < leastGood * text.replaced()
                ? Optional.empty()
                : Optional.of(Reading.lossy(text, UTF_8, CharsetOrigin.FALLBACK));
    }
}
