package dev.tidings.app.eval.articles;

import java.util.List;
import java.util.Map;

/**
 * How well articles were understood.
 *
 * @param fields score of every field, by name; lists that are not scored exactly have {@code .precision} and
 *     {@code .recall}
 * @param wrong every field that was not as expected, by file and field
 */
public record ArticlesReport(Map<String, FieldScore> fields, List<WrongField> wrong) {}
