package dev.tidings.text.language;

import java.util.Arrays;

/**
 * The sum of the rows of all known features of an excerpt, made word by word: the same as of all features at once,
 * since whole numbers are added. Reused by its thread, for one model.
 */
final class FeatureSum {
    final int[] sums = new int[LanguageModel.DIMENSIONS];

    private final ScriptWords words = new ScriptWords();
    private final NgramFeatures ngramFeatures = new NgramFeatures();
    private final WordSums wordSums = new WordSums();
    /** The sums of the last words, not yet in {@link #sums}, and how many rows they are of. */
    private final long[] lanes = new long[RowSum.LANES];

    private int rowsInLanes;
    private int[] rows = new int[512];
    private int known;
    private int all;
    /** See {@link RowSum#lookAhead}. */
    long seen;

    /** Sums the rows of an excerpt in the place of those before. */
    void sumExcerpt(TextExcerpt textExcerpt, int script, ScriptModel languages, LanguageModel languageModel) {
        Arrays.fill(sums, 0);
        known = 0;
        all = 0;
        words.begin(textExcerpt, script);
        while (words.readNext()) {
            all += NgramFeatures.countOf(words.length());
            if (words.length() <= WordSums.MAX_LETTERS + 2) {
                addShortWord(script, languages, languageModel);
            } else {
                addLongWord(languages, languageModel);
            }
        }
        flushLanes();
        RowSum.subtractOffsets(sums, known);
    }

    /** Returns how many features are known, and so have a row. */
    int knownCount() {
        return known;
    }

    /** Returns how many features the excerpt has, known or not. */
    int featureCount() {
        return all;
    }

    private void addShortWord(int script, ScriptModel languages, LanguageModel languageModel) {
        int found = wordSums.find(words.units(), words.length(), script);
        int place = found >= 0 ? found : ~found;
        if (found < 0) {
            int count = findRows(languages, languageModel);
            seen ^= RowSum.lookAhead(rows, 0, count, languageModel.rows());
            RowSum.sumLanes(rows, 0, count, languageModel.rows(), wordSums.lanes(), WordSums.laneOf(place));
            wordSums.put(place, count);
        }
        addLanes(place);
    }

    private void addLanes(int place) {
        int count = wordSums.knownFeatures(place);
        if (rowsInLanes + count > RowSum.MAX_ROWS) {
            flushLanes();
        }
        long[] entries = wordSums.lanes();
        int at = WordSums.laneOf(place);
        for (int lane = 0; lane < RowSum.LANES; lane++) {
            lanes[lane] += entries[at + lane];
        }
        rowsInLanes += count;
        known += count;
    }

    private void flushLanes() {
        RowSum.flushLanes(sums, lanes);
        Arrays.fill(lanes, 0);
        rowsInLanes = 0;
    }

    private void addLongWord(ScriptModel languages, LanguageModel languageModel) {
        int count = findRows(languages, languageModel);
        seen ^= RowSum.addRows(rows, count, languageModel.rows(), sums);
        known += count;
    }

    private int findRows(ScriptModel languages, LanguageModel languageModel) {
        ngramFeatures.clear();
        ngramFeatures.addWord(words.units(), words.length());
        if (rows.length < ngramFeatures.size()) {
            rows = new int[2 * ngramFeatures.size()];
        }
        return languageModel.findRows(ngramFeatures, languages, rows);
    }
}
