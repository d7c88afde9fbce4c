package dev.tidings.app.eval.language;

/**
 * A language taken for another.
 *
 * @param language ISO 639-3 code of the truth
 * @param answered ISO 639-3 code of the answer, or {@code und}
 * @param rows how often
 */
public record Confusion(String language, String answered, int rows) {}
