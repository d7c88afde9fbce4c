package dev.tidings.streams.dedup.change;

import dev.tidings.streams.dedup.trace.TextTrace;
import dev.tidings.streams.dedup.trace.WordSymbols;
import java.util.BitSet;
import java.util.List;

/** Tells which words of an incoming text stand in the texts known before. For one thread, for one incoming text. */
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
     * What is known.
     *
     * @param words by word of the incoming text whether it stands in any of the texts
     * @param leadPlace where the incoming text's first run stands in the first of them, or {@link #NOWHERE}
     */
    record Found(BitSet words, int leadPlace) {}

    Found find() {
        BitSet words = new BitSet(incoming.size());
        int[] inFirst = mark(texts.get(0), words);
        texts.subList(1, texts.size()).forEach(text -> mark(text, words));
        return new Found(words, inFirst.length == 0 ? NOWHERE : inFirst[0]);
    }

    /** Marks the words that stand in a text, and returns where each run does. */
    private int[] mark(WordSymbols text, BitSet words) {
        int[] found = placesIn(text);
        markWhole(found, words);
        new RunEdges(incoming, runs, text, found).markEdges(words);
        return found;
    }

    private void markWhole(int[] found, BitSet words) {
        for (int run = 0; run < found.length; run++) {
            if (found[run] != NOWHERE) {
                words.set(runs.start(run), runs.start(run) + runs.length(run));
            }
        }
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
