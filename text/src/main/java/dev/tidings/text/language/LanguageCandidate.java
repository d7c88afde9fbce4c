package dev.tidings.text.language;

/**
 * One language a text may be in.
 *
 * @param tag BCP 47: {@code ckb}, {@code ku-Latn}, {@code en}; {@code und} when the language cannot be told
 * @param script ISO 15924 code of the letters judged: {@code Arab}, {@code Latn}; {@code Zyyy} where there are no
 *     letters
 * @param probability 0 to 1, calibrated: of answers given 0.9, about nine in ten are right
 */
public record LanguageCandidate(String tag, String script, double probability) {
    /** The tag of an undetermined language. */
    public static final String UNDETERMINED = "und";

    /** Refuses a probability outside 0 to 1 and blank codes. */
    public LanguageCandidate {
        if (tag.isBlank() || script.length() != 4) {
            throw new IllegalArgumentException("Not a language and script: '" + tag + "', '" + script + "'");
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Probability of " + tag + " is not within 0..1: " + probability);
        }
    }
}
