package dev.tidings.text.language;

import java.util.List;

/**
 * The languages a text may be in.
 *
 * @param ranked at least one, the most probable first
 */
public record Identification(List<Candidate> ranked) {

    private static final String UNDETERMINED = "und";

    /** Refuses an empty ranking. */
    public Identification {
        ranked = List.copyOf(ranked);
        if (ranked.isEmpty()) {
            throw new IllegalArgumentException("an identification names at least one language, und if none is known");
        }
    }

    /** Returns the most probable language. */
    public Candidate best() {
        return ranked.get(0);
    }

    /** Returns the tag of the best. */
    public String tag() {
        return best().tag();
    }

    /** Returns the script of the best. */
    public String script() {
        return best().script();
    }

    /** Returns the probability of the best. */
    public double probability() {
        return best().probability();
    }

    /** Returns whether the language could not be told. */
    public boolean undetermined() {
        return tag().equals(UNDETERMINED);
    }
}
