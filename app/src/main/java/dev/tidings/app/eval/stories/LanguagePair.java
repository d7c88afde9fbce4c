package dev.tidings.app.eval.stories;

import dev.tidings.app.eval.articles.FieldScore;

/**
 * How well articles of two languages were brought together.
 *
 * @param languages both, {@code ckb-en}
 * @param together pairs of articles that belong together: how many are
 * @param likest for articles of the first language: how often the likest of the second is of their story
 * @param back the same from the second to the first
 */
public record LanguagePair(String languages, FieldScore together, FieldScore likest, FieldScore back) {

    /** Returns how many of the pairs are together, 0 to 1. */
    public double shareTogether() {
        return (double) together.right() / Math.max(1, together.of());
    }
}
