package dev.tidings.text.language;

/**
 * A language that a text may be in.
 *
 * @param tag language (BCP 47), e.g. {@code ckb}; {@code und} when undetermined
 * @param script script (ISO 15924), e.g. {@code Arab}; {@code Zyyy} when the text has no letters
 * @param probability probability that the tag is right, 0 to 1
 */
public record Candidate(String tag, String script, double probability) {

    /** Refuses what is not a probability. */
    public Candidate {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability of " + tag + " must be from 0 to 1, was " + probability);
        }
    }
}
