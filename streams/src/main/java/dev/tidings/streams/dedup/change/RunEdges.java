package dev.tidings.streams.dedup.change;

import dev.tidings.streams.dedup.trace.WordSymbols;
import java.util.BitSet;

/**
 * Finds the words at the edges of a new run that only go on with, or lead to, the known run beside it: a sentence that
 * was put in ends somewhere inside a run. For one thread, for one incoming text and one known text.
 */
final class RunEdges {

    /** Nats that a symbol says for the same words when it agrees: they agree in 97 of 100, others in 28 of 100. */
    private static final double AGREES = 1.24;
    /** Nats that it says against them when it does not. */
    private static final double DIFFERS = -3.2;
    /** Nats below which it may be chance: 1 in 50. */
    private static final double MIN_NATS = 3.9;

    private final WordSymbols incoming;
    private final TextRuns runs;
    private final WordSymbols text;
    private final int[] found;

    /**
     * Makes one.
     *
     * @param found where each run of the incoming text stands in the known one, or {@link KnownText#NOWHERE}
     */
    RunEdges(WordSymbols incoming, TextRuns runs, WordSymbols text, int[] found) {
        this.incoming = incoming;
        this.runs = runs;
        this.text = text;
        this.found = found;
    }

    void markEdges(BitSet known) {
        for (int run = 0; run < found.length; run++) {
            if (found[run] == KnownText.NOWHERE) {
                int start = runs.start(run);
                int length = runs.length(run);
                int before = placeBehind(run - 1);
                int behind = placeOf(run + 1);
                int first = before < 0 ? 0 : countAgreeing(start, before, length, 1);
                int last = behind < 0 ? 0 : countAgreeing(start + length - 1, behind - 1, length, -1);
                known.set(start, start + first);
                known.set(start + length - last, start + length);
            }
        }
    }

    /** Returns where a run ends in the known text; where that begins for what is before the first. */
    private int placeBehind(int run) {
        return run < 0 ? 0 : found[run] == KnownText.NOWHERE ? KnownText.NOWHERE : found[run] + runs.length(run);
    }

    /** Returns where a run begins in the known text; where that ends for what is behind the last. */
    private int placeOf(int run) {
        return run == found.length ? text.size() : found[run];
    }

    /** Returns how many words from a place on, forwards or backwards, agree by more than chance; 0 for few. */
    private int countAgreeing(int here, int there, int limit, int step) {
        double nats = 0;
        double best = MIN_NATS;
        int agreeing = 0;
        for (int i = 0; i < limit && isInside(there + i * step); i++) {
            nats += incoming.run(here + i * step, 1) == text.run(there + i * step, 1) ? AGREES : DIFFERS;
            if (nats > best) {
                best = nats;
                agreeing = i + 1;
            }
        }
        return agreeing;
    }

    private boolean isInside(int place) {
        return place >= 0 && place < text.size();
    }
}
