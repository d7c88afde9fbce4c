package dev.tidings.streams.dedup.change;

import dev.tidings.streams.dedup.trace.TracedSentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the words of a text into runs that are looked for: about sixteen words of one sentence, or of several that are
 * shorter than that, since fewer agree by chance. Immutable.
 */
final class TextRuns {

    private static final int RUN_WORDS = 16;
    private static final int MIN_WORDS = 8;

    /** First word of each run, and behind the last. */
    private final int[] bounds;

    private TextRuns(int[] bounds) {
        this.bounds = bounds;
    }

    static TextRuns of(List<TracedSentence> sentences) {
        List<Integer> ends = groupEnds(sentences);
        List<Integer> bounds = new ArrayList<>(List.of(0));
        int from = 0;
        for (int end : ends) {
            int runs = Math.max(1, Math.round((float) (end - from) / RUN_WORDS));
            for (int run = 1; run <= runs; run++) {
                bounds.add(from + (end - from) * run / runs);
            }
            from = end;
        }
        return new TextRuns(bounds.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Returns where groups of sentences end: a short one goes with the one before, at the beginning with the next. */
    private static List<Integer> groupEnds(List<TracedSentence> sentences) {
        List<Integer> ends = new ArrayList<>();
        int from = 0;
        int end = 0;
        for (TracedSentence sentence : sentences) {
            end += sentence.words();
            if (sentence.words() < MIN_WORDS && !ends.isEmpty()) {
                ends.set(ends.size() - 1, end);
                from = end;
            } else if (end - from >= MIN_WORDS) {
                ends.add(end);
                from = end;
            }
        }
        if (from < end) {
            ends.add(end);
        }
        return ends;
    }

    int start(int run) {
        return bounds[run];
    }

    int size() {
        return bounds.length - 1;
    }

    int length(int run) {
        return bounds[run + 1] - bounds[run];
    }
}
