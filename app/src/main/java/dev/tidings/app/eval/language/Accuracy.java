package dev.tidings.app.eval.language;

/**
 * How right the answers were, all within 0..1.
 *
 * @param strict share of rows answered with their very language
 * @param lenient the same with Croatian, Serbian and Bosnian as one, Indonesian and Malay, Bokmål and Nynorsk
 * @param macroF1 mean over the languages of the strict F1
 * @param undetermined share of rows answered {@code und}, which count as wrong
 * @param rows how many rows were judged
 */
public record Accuracy(double strict, double lenient, double macroF1, double undetermined, int rows) {}
