package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.sketch.ShingleSketch;

/**
 * Tells copies from texts that share only a template: what a site, or several sites of one publisher, put around every
 * article. Two texts cannot show that, since the template of a short text is most of it. A third text in the same
 * template can.
 */
final class TemplateOverlap {

    private TemplateOverlap() {}

    /**
     * Returns whether a third text shows that two texts share only a template: what is left of both without it agrees
     * less than half as much as they do altogether. A copy of the indexed text shows nothing, since it has all that the
     * indexed one has.
     *
     * @param similarity what the two texts share
     */
    static boolean shownBy(ShingleSketch third, ShingleSketch incoming, ShingleSketch indexed, Similarity similarity) {
        return restsDiffer(third, incoming, indexed, similarity) && !areCopies(indexed, third);
    }

    private static boolean restsDiffer(
            ShingleSketch third, ShingleSketch incoming, ShingleSketch indexed, Similarity similarity) {
        int limit = Math.min(third.completeUpTo(), Math.min(incoming.completeUpTo(), indexed.completeUpTo()));
        int known = incoming.countUpTo(limit);
        int shared = 0;
        int rest = 0;
        for (int i = 0; i < known; i++) {
            if (!third.contains(incoming.value(i))) {
                rest++;
                shared += indexed.contains(incoming.value(i)) ? 1 : 0;
            }
        }
        int smaller = Math.min(rest, countWithout(third, indexed, limit));
        return smaller >= DuplicateThresholds.MIN_REST_SHINGLES
                && shared < DuplicateThresholds.SHARED_REST_THRESHOLD * similarity.containment() * smaller;
    }

    private static int countWithout(ShingleSketch third, ShingleSketch text, int limit) {
        int known = text.countUpTo(limit);
        int count = 0;
        for (int i = 0; i < known; i++) {
            count += third.contains(text.value(i)) ? 0 : 1;
        }
        return count;
    }

    /** Texts that are only said to be rewritten may themselves be two in one frame. */
    private static boolean areCopies(ShingleSketch indexed, ShingleSketch third) {
        return TextRules.ruleBetween(indexed, third, Similarity.of(indexed, third))
                        .compareTo(Rule.REWRITTEN)
                < 0;
    }
}
