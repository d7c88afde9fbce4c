package dev.tidings.text.language;

import java.util.List;

/**
 * The answer for one text.
 *
 * @param ranked candidates, the best first, never empty. When the language cannot be told the first is {@code und}, and
 *     the guesses, if any, follow it.
 */
public record Identification(List<LanguageCandidate> ranked) {
    /** Refuses an empty ranking. */
    public Identification {
        ranked = List.copyOf(ranked);
        if (ranked.isEmpty()) {
            throw new IllegalArgumentException("An identification needs at least one candidate (und)");
        }
    }

    /** Returns the answer: the first candidate. */
    public LanguageCandidate best() {
        return ranked.get(0);
    }

    /** Returns the answer's BCP 47 tag, {@code und} when unsure. */
    public String tag() {
        return best().tag();
    }

    /** Returns the ISO 15924 code of the script most letters belong to. */
    public String script() {
        return best().script();
    }

    /** Returns the answer's probability, 0 to 1; 0 for {@code und}. */
    public double probability() {
        return best().probability();
    }

    /** Returns whether the language could not be told. */
    public boolean isUndetermined() {
        return tag().equals(LanguageCandidate.UNDETERMINED);
    }
}
