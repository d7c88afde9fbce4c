package dev.tidings.text.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns sums of rows into scores and calibrated candidates. Reused by its thread. */
final class CandidateRanking {
    private static final int MAX_CANDIDATES = 5;

    /** Logarithms this far below the best add less than 0.00002 each; most languages are further away. */
    private static final double NEGLIGIBLE = 11;

    private static final double CANDIDATE_PROBABILITY_THRESHOLD = 0.001;

    /** A difference of scores greater than any rounding error. */
    private static final double SLACK = 0.01;

    private static final Comparator<LanguageCandidate> HIGHEST_PROBABILITY_FIRST =
            Comparator.comparingDouble(LanguageCandidate::probability).reversed();

    private float[] scores = {};
    private int[] near = {};
    private double[] logs = {};

    /**
     * Returns the best candidates.
     *
     * @param sums sum of {@code count} rows
     * @param temperature divides the scores: the softmax of a classifier trained to certainty is too sure of itself
     */
    List<LanguageCandidate> rankCandidates(
            ScriptModel script, int[] sums, int count, double temperature, DeclaredLanguage declared) {
        int languages = script.languages().size();
        reserveRoom(languages);
        script.writeScores(sums, count, scores);
        int n = findNear(languages, temperature * (NEGLIGIBLE + declared.maxLogOdds()));
        double total = exponentiateScores(script, n, temperature, declared);
        return bestCandidates(script, n, total);
    }

    private void reserveRoom(int languages) {
        if (scores.length < languages) {
            scores = new float[languages];
            near = new int[languages];
            logs = new double[languages];
        }
    }

    /** Turns the scores of the near candidates into exponentials and returns their sum, the softmax's denominator. */
    private double exponentiateScores(ScriptModel script, int n, double temperature, DeclaredLanguage declared) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            logs[i] = scores[near[i]] / temperature
                    + declared.logOdds(script.languages().get(near[i]));
            best = Math.max(best, logs[i]);
        }
        double total = 0;
        for (int i = 0; i < n; i++) {
            logs[i] = logs[i] < best - NEGLIGIBLE ? 0 : StrictMath.exp(logs[i] - best);
            total += logs[i];
        }
        return total;
    }

    private List<LanguageCandidate> bestCandidates(ScriptModel script, int n, double total) {
        List<LanguageCandidate> languageCandidates = new ArrayList<>(MAX_CANDIDATES);
        for (int i = 0; i < n; i++) {
            if (logs[i] / total >= CANDIDATE_PROBABILITY_THRESHOLD) {
                Language language = script.languages().get(near[i]);
                languageCandidates.add(new LanguageCandidate(language.tag(), language.script(), logs[i] / total));
            }
        }
        if (languageCandidates.size() > 1) {
            languageCandidates.sort(HIGHEST_PROBABILITY_FIRST);
        }
        return languageCandidates.subList(0, Math.min(MAX_CANDIDATES, languageCandidates.size()));
    }

    /** Finds which scores are at most {@code distance} below the best, and returns how many. */
    private int findNear(int languages, double distance) {
        float best = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < languages; c++) {
            // Not Math.max: what it does for -0 and NaN takes longer than all the rest.
            best = scores[c] > best ? scores[c] : best;
        }
        float least = (float) (best - distance - SLACK);
        int n = 0;
        for (int c = 0; c < languages; c++) {
            near[n] = c;
            n += scores[c] >= least ? 1 : 0;
        }
        return n;
    }
}
