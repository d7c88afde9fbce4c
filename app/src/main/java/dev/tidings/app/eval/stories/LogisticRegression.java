package dev.tidings.app.eval.stories;

import java.util.Arrays;
import java.util.List;

/**
 * Fits the weights of a logistic regression by Newton's method (iteratively reweighted least squares), with a slight
 * penalty on the squares of the weights so that it ends on data that a line separates. Without randomness: the same
 * examples in the same order give the same weights.
 */
final class LogisticRegression {

    private static final int MAX_ROUNDS = 100;
    private static final double CHANGE_THRESHOLD = 1e-9;
    /** Penalty on the square of a weight (ridge); one example that is quite wrong costs about 10. */
    private static final double PENALTY = 1e-3;

    /** One example. */
    static final class Example {
        private final double[] evidence;
        private final boolean positive;

        /**
         * Makes one.
         *
         * @param evidence what the answer is told from; the first is 1, for the bias
         * @param positive the answer
         */
        Example(double[] evidence, boolean positive) {
            this.evidence = evidence.clone();
            this.positive = positive;
        }

        boolean positive() {
            return positive;
        }

        double logit(double[] weights) {
            double sum = 0;
            for (int at = 0; at < weights.length; at++) {
                sum += evidence[at] * weights[at];
            }
            return sum;
        }
    }

    private LogisticRegression() {}

    /**
     * Returns the weights under which the answers are likeliest, one for each piece of evidence.
     *
     * @param examples at least one
     */
    static double[] fit(List<Example> examples) {
        double[] weights = new double[examples.get(0).evidence.length];
        double change = Double.MAX_VALUE;
        for (int round = 0; round < MAX_ROUNDS && change > CHANGE_THRESHOLD; round++) {
            double[] step = step(examples, weights);
            change = 0;
            for (int at = 0; at < weights.length; at++) {
                weights[at] += step[at];
                change = Math.max(change, Math.abs(step[at]));
            }
        }
        return weights;
    }

    /** Returns the mean of the negative logarithm of the probability that the weights give to the answer. */
    static double meanLogLoss(List<Example> examples, double[] weights) {
        return examples.stream()
                .mapToDouble(example -> {
                    double logit = example.logit(weights);
                    return Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(0, example.positive() ? -logit : logit);
                })
                .average()
                .orElse(0);
    }

    private static double[] step(List<Example> examples, double[] weights) {
        int size = weights.length;
        double[] gradient = new double[size];
        double[][] curvature = new double[size][size];
        for (int at = 0; at < size; at++) {
            gradient[at] = -PENALTY * weights[at];
            curvature[at][at] = PENALTY;
        }
        for (Example example : examples) {
            double probability = 1 / (1 + Math.exp(-example.logit(weights)));
            double error = (example.positive() ? 1 : 0) - probability;
            add(example.evidence, error, probability * (1 - probability), gradient, curvature);
        }
        return solve(curvature, gradient);
    }

    private static void add(double[] evidence, double error, double variance, double[] gradient, double[][] curvature) {
        for (int row = 0; row < evidence.length; row++) {
            gradient[row] += error * evidence[row];
            for (int column = 0; column < evidence.length; column++) {
                curvature[row][column] += variance * evidence[row] * evidence[column];
            }
        }
    }

    /** Solves a system whose matrix is symmetric and positive, by elimination. */
    private static double[] solve(double[][] matrix, double[] right) {
        double[] solution = Arrays.copyOf(right, right.length);
        for (int pivot = 0; pivot < right.length; pivot++) {
            for (int row = pivot + 1; row < right.length; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (int column = pivot; column < right.length; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
                solution[row] -= factor * solution[pivot];
            }
        }
        for (int row = right.length - 1; row >= 0; row--) {
            for (int column = row + 1; column < right.length; column++) {
                solution[row] -= matrix[row][column] * solution[column];
            }
            solution[row] /= matrix[row][row];
        }
        return solution;
    }
}
