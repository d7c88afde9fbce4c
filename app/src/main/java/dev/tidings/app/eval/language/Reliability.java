package dev.tidings.app.eval.language;

/**
 * Answers of about one probability: calibrated if the last two are close.
 *
 * @param from lower end of the range, 0..1
 * @param to upper end
 * @param rows answers within it
 * @param stated their mean probability
 * @param right share of them that were right
 */
public record Reliability(double from, double to, int rows, double stated, double right) {}
