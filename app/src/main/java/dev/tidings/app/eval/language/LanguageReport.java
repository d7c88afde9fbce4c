package dev.tidings.app.eval.language;

import java.util.List;
import java.util.Map;

/**
 * What an evaluation of the language identifier found. The component names are the keys of the JSON output; all shares
 * are within 0..1.
 *
 * @param version the identifier's version
 * @param headline accuracy on short rows
 * @param article accuracy on long rows
 * @param perLanguage by ISO 639-3 code, then length class: share answered right, strictly
 * @param perSource by source, then length class: accuracy
 * @param confusions the pairs mistaken most often, worst first
 * @param reliability stated probability beside the share right, over all rows
 * @param articlesPerSecond long rows identified in a second by one thread
 * @param headlinesPerSecond short rows identified in a second by one thread
 */
public record LanguageReport(
        String version,
        Accuracy headline,
        Accuracy article,
        Map<String, Map<String, Double>> perLanguage,
        Map<String, Map<String, Accuracy>> perSource,
        List<Confusion> confusions,
        List<Reliability> reliability,
        double articlesPerSecond,
        double headlinesPerSecond) {}
