package dev.tidings.streams.decode.legacy;

import dev.tidings.streams.decode.charset.CharsetCandidate;
import dev.tidings.streams.decode.charset.DecodeAttempt;
import dev.tidings.streams.decode.charset.DetectedCharset;
import dev.tidings.streams.decode.charset.LossyText;
import dev.tidings.streams.decode.charset.Payload;
import dev.tidings.streams.decode.charset.WebCharset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A charset from before Unicode: the one in which the words fit an alphabet best, when they fit one at all.
 *
 * <p>Every charset reads nearly every byte; only one makes words of them. A sample is read in each, and each reading is
 * scored by {@link LetterFit}.
 */
public final class LegacyText implements CharsetCandidate {

    /** Below, the bytes are damage rather than writing. */
    private static final double FIT_THRESHOLD = 0.5;

    /** Lead over the second best reading from which on there is no doubt. */
    private static final double CLEAR_LEAD = 0.5;

    private record Scored(LegacyCharset charset, String reading, double fit) {}

    @Override
    public Optional<DecodeAttempt> tryDecode(Payload payload) {
        byte[] sample = LegacySample.sampleWords(payload.bytes());
        if (sample.length == 0) {
            return Optional.empty();
        }
        // The sort keeps the order of equals, which is that of preference.
        List<Scored> ranked = LegacyCharset.ALL.stream()
                .map(charset -> score(charset, sample))
                .sorted(Comparator.comparingDouble(Scored::fit).reversed())
                .toList();
        Scored best = ranked.get(0);
        return best.fit() < FIT_THRESHOLD
                ? Optional.empty()
                : Optional.of(decodeBest(payload, best, leadOverSecond(ranked)));
    }

    private static Scored score(LegacyCharset charset, byte[] sample) {
        String reading = new String(sample, charset.charset());
        return new Scored(charset, reading, LetterFit.fitOf(reading, charset.alphabets()));
    }

    /** Charsets that read the sample alike do not contend. */
    private static double leadOverSecond(List<Scored> ranked) {
        Scored best = ranked.get(0);
        return ranked.stream()
                .filter(scored -> !scored.reading().equals(best.reading()))
                .findFirst()
                .map(second -> best.fit() - second.fit())
                .orElse(CLEAR_LEAD);
    }

    private static DecodeAttempt decodeBest(Payload payload, Scored best, double lead) {
        double confidence = Math.min(1, best.fit()) * (1 + Math.min(1, lead / CLEAR_LEAD)) / 2;
        WebCharset charset = new WebCharset(best.charset().charset());
        return charset.decodeStrictly(payload.bytes())
                .map(text -> new DecodeAttempt(text.text(), text.charset(), DetectedCharset.DETECTED, confidence, 0))
                .orElseGet(() -> decodeLossy(payload, charset, confidence));
    }

    private static DecodeAttempt decodeLossy(Payload payload, WebCharset charset, double confidence) {
        LossyText text = LossyText.decode(payload.bytes(), charset.supersetOrSelf());
        return new DecodeAttempt(
                text.text(), charset.supersetOrSelf(), DetectedCharset.DETECTED, confidence, text.replaced());
    }
}
