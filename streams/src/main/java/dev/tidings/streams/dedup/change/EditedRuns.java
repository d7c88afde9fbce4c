package dev.tidings.streams.dedup.change;

import dev.tidings.streams.dedup.trace.WordSymbols;

/**
 * Finds the runs of an incoming text that stand in another text in their place, edited: beside a run that is known
 * fewer symbols have to agree, and a word more or less in the middle moves what follows.
 */
final class EditedRuns {

    /** By so many words a sentence may have become longer or shorter. */
    private static final int DRIFT = 3;
    /** By so many words it may in its middle. */
    private static final int GAP = 2;

    private static final int PLACES = 2 * DRIFT + 1;

    private final WordSymbols incoming;
    private final TextRuns runs;
    private final WordSymbols text;

    EditedRuns(WordSymbols incoming, TextRuns runs, WordSymbols text) {
        this.incoming = incoming;
        this.runs = runs;
        this.text = text;
    }

    /** Puts the places of edited runs where none was found, from those on either side of them. */
    void extend(int[] found) {
        for (int run = 1; run < found.length; run++) {
            if (found[run] == KnownText.NOWHERE && found[run - 1] != KnownText.NOWHERE) {
                found[run] = findNear(run, found[run - 1] + runs.length(run - 1), isBetween(run, found));
            }
        }
        for (int run = found.length - 2; run >= 0; run--) {
            if (found[run] == KnownText.NOWHERE && found[run + 1] != KnownText.NOWHERE) {
                found[run] = findNear(run, found[run + 1] - runs.length(run), isBetween(run, found));
            }
        }
    }

    /** Returns whether the runs on both sides stand as far apart in the other text: nothing was put between them. */
    private boolean isBetween(int run, int[] found) {
        return run > 0
                && run + 1 < found.length
                && found[run - 1] != KnownText.NOWHERE
                && found[run + 1] != KnownText.NOWHERE
                && Math.abs(found[run + 1] - found[run - 1] - runs.start(run + 1) + runs.start(run - 1)) <= DRIFT;
    }

    private int findNear(int run, int expected, boolean inPlace) {
        int length = runs.length(run);
        long symbols = incoming.run(runs.start(run), length);
        double maxError = inPlace ? ChanceMatches.ERROR_IN_PLACE : ChanceMatches.ERROR_ANYWHERE;
        int minEqual = ChanceMatches.minEqual(length, PLACES, maxError);
        int minParted = ChanceMatches.minEqual(length, PLACES * 2 * GAP * length, maxError);
        for (int drift = 0; drift <= DRIFT; drift++) {
            for (int place : new int[] {expected + drift, expected - drift}) {
                if (agrees(symbols, length, place, minEqual) || agreesParted(symbols, length, place, minParted)) {
                    return Math.max(0, place);
                }
            }
        }
        return KnownText.NOWHERE;
    }

    private boolean agrees(long symbols, int length, int place, int minEqual) {
        return isInside(place, length) && WordSymbols.countEqual(symbols, text.run(place, length), length) >= minEqual;
    }

    /** The ends of a text may have lost or got some words too. */
    private boolean isInside(int place, int length) {
        return place >= -GAP && place + length <= text.size() + GAP;
    }

    /** Returns whether the beginning agrees at a place and the rest a little before or behind it. */
    private boolean agreesParted(long symbols, int length, int place, int minEqual) {
        if (minEqual > length || !isInside(place, length)) {
            return false;
        }
        long here = WordSymbols.equalSymbols(symbols, text.run(place, length), length);
        for (int gap = -GAP; gap <= GAP; gap++) {
            if (gap != 0 && isInside(place + gap, length)) {
                long there = WordSymbols.equalSymbols(symbols, text.run(place + gap, length), length);
                for (int part = 1; part < length; part++) {
                    long joined = (here & WordSymbols.mask(part)) | (there & ~WordSymbols.mask(part));
                    if (Long.bitCount(joined) >= minEqual) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
