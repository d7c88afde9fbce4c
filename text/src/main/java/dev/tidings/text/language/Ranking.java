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

    private Ranking() {}

    /**
     * Returns the best candidates.
     *
     * @param temperature divides the scores: the softmax of a classifier trained to certainty is too sure of itself
     */
    static List<Candidate> of(ScriptModel script, float[] scores, double temperature, Declaration declared) {
        double[] logs = new double[scores.length];
        double best = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < scores.length; c++) {
            logs[c] = scores[c] / temperature
                    + declared.logOdds(script.languages().get(c));
            best = Math.max(best, logs[c]);
        }
        double total = 0;
        for (int c = 0; c < logs.length; c++) {
            logs[c] = logs[c] < best - NEGLIGIBLE ? 0 : StrictMath.exp(logs[c] - best);
            total += logs[c];
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int c = 0; c < logs.length; c++) {
            double probability = logs[c] / total;
            if (probability >= LEAST_WORTH_NAMING) {
                Language language = script.languages().get(c);
                candidates.add(new Candidate(language.tag(), language.script(), probability));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
        return candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size()));
    }
}
