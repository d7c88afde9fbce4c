package dev.tidings.streams.dedup.change;

import dev.tidings.streams.dedup.trace.TextTrace;
import dev.tidings.streams.dedup.trace.WordSymbols;
import java.util.List;

/** Tells which runs of an incoming text stand in the texts known before. For one thread, for one incoming text. */
final class KnownText {

    /** Place of a run that stands nowhere. */
    static final int NOWHERE = -1;

    private final WordSymbols incoming;
    private final TextRuns runs;
    private final List<WordSymbols> texts;
    private final int places;

    KnownText(WordSymbols incoming, TextRuns runs, List<TextTrace> traces) {
        this.incoming = incoming;
        this.runs = runs;
        this.texts = traces.stream().map(TextTrace::words).toList();
        this.places = Math.max(1, texts.stream().mapToInt(WordSymbols::size).sum());
    }

    /**
     * Returns for each run where it stands.
     *
     * @return place in the first text; for a run that stands in another one only any place from 0, or {@link #NOWHERE}
     */
    int[] findPlaces() {
        int[] found = placesIn(texts.get(0));
        for (WordSymbols other : texts.subList(1, texts.size())) {
            int[] there = placesIn(other);
            for (int run = 0; run < found.length; run++) {
                found[run] = found[run] == NOWHERE && there[run] != NOWHERE ? Integer.MAX_VALUE : found[run];
            }
        }
        return found;
    }

    private int[] placesIn(WordSymbols text) {
        int[] found = new int[runs.size()];
        for (int run = 0; run < found.length; run++) {
            found[run] = findRun(run, text, run == 0 ? 0 : behind(run - 1, found));
        }
        new EditedRuns(incoming, runs, text).extend(found);
        return found;
    }

    private int behind(int run, int[] found) {
        return found[run] == NOWHERE ? NOWHERE : found[run] + runs.length(run);
    }

    /** Looks for a run anywhere, first where the one before it leads. */
    private int findRun(int run, WordSymbols text, int expected) {
        int length = runs.length(run);
        long symbols = incoming.run(runs.start(run), length);
        int minEqual = ChanceMatches.minEqual(length, places, ChanceMatches.ERROR_ANYWHERE);
        if (expected >= 0
                && expected + length <= text.size()
                && WordSymbols.countEqual(symbols, text.run(expected, length), length) >= minEqual) {
            return expected;
        }
        for (int place = 0; place + length <= text.size(); place++) {
            if (WordSymbols.countEqual(symbols, text.run(place, length), length) >= minEqual) {
                return place;
            }
        }
        return NOWHERE;
    }
}
