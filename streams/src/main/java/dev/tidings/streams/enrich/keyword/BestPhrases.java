package dev.tidings.streams.enrich.keyword;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The phrases with the lowest scores out of many; of equal ones those that begin first, and of these the shortest. */
final class BestPhrases {

    /** Its first and last token, and its score: the lower the better. */
    record Phrase(int first, int last, double score) {
        private boolean isBetterThan(Phrase other) {
            if (score != other.score) {
                return score < other.score;
            }
            return first < other.first || (first == other.first && last < other.last);
        }
    }

    private final @Nullable Phrase[] best;
    private int size;

    /** Keeps at most so many. */
    BestPhrases(int most) {
        this.best = new @Nullable Phrase[most];
    }

    void add(int first, int last, double score) {
        if (size < best.length || score <= worst()) {
            insert(new Phrase(first, last, score));
        }
    }

    /** Returns them, the best first. */
    List<Phrase> toList() {
        return List.of(Arrays.copyOf(best, size));
    }

    private double worst() {
        return Objects.requireNonNull(best[size - 1]).score();
    }

    /** The last one falls out when there is no room for it. */
    private void insert(Phrase phrase) {
        int at = size;
        while (at > 0 && phrase.isBetterThan(Objects.requireNonNull(best[at - 1]))) {
            if (at < best.length) {
                best[at] = best[at - 1];
            }
            at--;
        }
        if (at < best.length) {
            best[at] = phrase;
        }
        size = Math.min(size + 1, best.length);
    }
}
