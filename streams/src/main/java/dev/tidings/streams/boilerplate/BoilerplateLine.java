package dev.tidings.streams.boilerplate;

import java.util.Optional;

/**
 * A line seen above or below the articles of one host.
 *
 * @param hash hash of its folded words
 * @param articles in how many different articles it has been seen there, 1 to {@link #ENOUGH}
 * @param first tag of the first of these articles; 0 once there are enough
 * @param second tag of the second; 0 while there is only one, and once there are enough
 */
public record BoilerplateLine(long hash, int articles, int first, int second) {

    /** In how many different articles a line must have been seen to be boilerplate of the host. */
    public static final int ENOUGH = 3;

    static BoilerplateLine seenIn(long hash, int tag) {
        return new BoilerplateLine(hash, 1, tag, 0);
    }

    /** Returns whether the line is boilerplate of the host. */
    public boolean isEstablished() {
        return articles >= ENOUGH;
    }

    /** Returns this after one more article; empty when that article has been counted before. */
    Optional<BoilerplateLine> alsoIn(int tag) {
        if (isEstablished() || tag == first || (articles == 2 && tag == second)) {
            return Optional.empty();
        }
        return Optional.of(
                articles == 1 ? new BoilerplateLine(hash, 2, first, tag) : new BoilerplateLine(hash, ENOUGH, 0, 0));
    }
}
