package dev.tidings.text.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From scores to calibrated candidates. */
final class Ranking {
    private static final int MOST_CANDIDATES = 5;

    /** Logarithms this far below the best add less than 0.00002 each; most languages are further away. */
    private static final double NEGLIGIBLE = 11;

    private static final double LEAST_WORTH_NAMING = 0.001;

    /** More than any rounding. */
    private static final double SLACK = 0.01;

    private static final Comparator<Candidate> MOST_PROBABLE_FIRST =
            Comparator.comparingDouble(Candidate::probability).reversed();

    private Ranking() {}

    /**
     * Returns the best candidates.
     *
     * @param temperature divides the scores: the softmax of a classifier trained to certainty is too sure of itself
     */
    static List<Candidate> of(ScriptModel script, float[] scores, double temperature, Declaration declared) {
        int[] near = new int[scores.length];
        int n = near(scores, temperature * (NEGLIGIBLE + declared.most()), near);
        double[] logs = new double[n];
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
        List<Candidate> candidates = new ArrayList<>(MOST_CANDIDATES);
        for (int i = 0; i < n; i++) {
            if (logs[i] / total >= LEAST_WORTH_NAMING) {
                Language language = script.languages().get(near[i]);
                candidates.add(new Candidate(language.tag(), language.script(), logs[i] / total));
            }
        }
        candidates.sort(MOST_PROBABLE_FIRST);
        return candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size()));
    }

    /** Writes into {@code near} which scores are at most {@code distance} below the best, and returns how many. */
    private static int near(float[] scores, double distance, int[] near) {
        float best = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            best = Math.max(best, score);
        }
        float least = (float) (best - distance - SLACK);
        int n = 0;
        for (int c = 0; c < scores.length; c++) {
            near[n] = c;
            n += scores[c] >= least ? 1 : 0;
        }
        return n;
    }
}
