package dev.tidings.app.eval.language;

import dev.tidings.text.language.LanguageCandidate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts truth against answer. */
final class AnswerCounts {
    private static final List<Set<String>> ONE_IN_LENIENT =
            List.of(Set.of("hrv", "srp", "bos"), Set.of("ind", "msa"), Set.of("nob", "nno"));

    private final Map<String, Map<String, Integer>> answers = new TreeMap<>();

    void addAnswer(String language, String answered) {
        answers.computeIfAbsent(language, code -> new TreeMap<>()).merge(answered, 1, Integer::sum);
    }

    Accuracy accuracy() {
        int rows = 0;
        int strict = 0;
        int lenient = 0;
        int undetermined = 0;
        for (Map.Entry<String, Map<String, Integer>> truth : answers.entrySet()) {
            for (Map.Entry<String, Integer> answer : truth.getValue().entrySet()) {
                int n = answer.getValue();
                rows += n;
                strict += truth.getKey().equals(answer.getKey()) ? n : 0;
                lenient += sameLeniently(truth.getKey(), answer.getKey()) ? n : 0;
                undetermined += answer.getKey().equals(LanguageCandidate.UNDETERMINED) ? n : 0;
            }
        }
        return new Accuracy(
                shareOf(strict, rows), shareOf(lenient, rows), macroF1(), shareOf(undetermined, rows), rows);
    }

    /** Returns the share of rows of a language answered right, strictly. */
    Map<String, Double> recalls() {
        Map<String, Double> recalls = new TreeMap<>();
        answers.forEach((language, given) -> recalls.put(language, shareOf(rightCount(language), totalOf(given))));
        return recalls;
    }

    List<Confusion> confusions() {
        return answers.entrySet().stream()
                .flatMap(truth -> truth.getValue().entrySet().stream()
                        .filter(answer -> !answer.getKey().equals(truth.getKey()))
                        .map(answer -> new Confusion(truth.getKey(), answer.getKey(), answer.getValue())))
                .sorted(Comparator.comparingInt(Confusion::rows).reversed().thenComparing(Confusion::language))
                .toList();
    }

    static boolean sameLeniently(String language, String answered) {
        return language.equals(answered)
                || ONE_IN_LENIENT.stream().anyMatch(group -> group.contains(language) && group.contains(answered));
    }

    private double macroF1() {
        double sum = 0;
        for (String language : answers.keySet()) {
            int answered = answers.values().stream()
                    .mapToInt(given -> given.getOrDefault(language, 0))
                    .sum();
            sum += shareOf(2 * rightCount(language), totalOf(answers.getOrDefault(language, Map.of())) + answered);
        }
        return answers.isEmpty() ? 0 : sum / answers.size();
    }

    private int rightCount(String language) {
        return answers.getOrDefault(language, Map.of()).getOrDefault(language, 0);
    }

    private static int totalOf(Map<String, Integer> given) {
        return given.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double shareOf(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
