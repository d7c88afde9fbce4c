package dev.tidings.app.eval.language;

import java.util.ArrayList;
import java.util.List;

/** Compares stated probabilities with how often the answer is right. */
final class ReliabilityTable {
    private static final double[] BOUNDS = {0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1};

    private final int[] rows = new int[BOUNDS.length - 1];
    private final int[] right = new int[BOUNDS.length - 1];
    private final double[] stated = new double[BOUNDS.length - 1];

    void addAnswer(double probability, boolean isRight) {
        int at = 0;
        while (at < rows.length - 1 && probability >= BOUNDS[at + 1]) {
            at++;
        }
        rows[at]++;
        right[at] += isRight ? 1 : 0;
        stated[at] += probability;
    }

    List<Reliability> tableLines() {
        List<Reliability> lines = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] > 0) {
                double mean = stated[i] / rows[i];
                lines.add(new Reliability(BOUNDS[i], BOUNDS[i + 1], rows[i], mean, (double) right[i] / rows[i]));
            }
        }
        return lines;
    }
}
