package dev.tidings.app.eval.articles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds up what was right and keeps what was wrong. Not safe for several threads. */
final class ArticlesScore {

    private final Map<String, FieldScore> fields = new TreeMap<>();
    private final List<WrongField> wrong = new ArrayList<>();

    /** Scores a value that must be equal. */
    void scoreExact(String file, String field, Object expected, Object actual) {
        boolean right = Objects.equals(expected, actual);
        addScore(field, right ? 1 : 0, 1);
        if (!right) {
            wrong.add(new WrongField(file, field, expected.toString(), actual.toString()));
        }
    }

    /**
     * Scores a list of names, each with its spellings: one is met by an entity that the text mentions in one of them.
     *
     * @param expected for each name its spellings
     * @param actual for each entity the surfaces of its mentions
     */
    void scoreNames(String file, String field, List<Set<String>> expected, List<Set<String>> actual) {
        List<Set<String>> missed = remainingNames(expected, actual);
        List<Set<String>> surplus = remainingNames(actual, expected);
        addScore(field + ".precision", actual.size() - surplus.size(), actual.size());
        addScore(field + ".recall", expected.size() - missed.size(), expected.size());
        missed.forEach(name -> wrong.add(new WrongField(file, field, name.toString(), "[]")));
        surplus.forEach(name -> wrong.add(new WrongField(file, field, "[]", name.toString())));
    }

    /** Scores a list of names that must all be met, with none besides. */
    void exactNames(String file, String field, List<Set<String>> expected, List<Set<String>> actual) {
        boolean right = remainingNames(expected, actual).isEmpty()
                && remainingNames(actual, expected).isEmpty();
        addScore(field, right ? 1 : 0, 1);
        if (!right) {
            wrong.add(new WrongField(file, field, expected.toString(), actual.toString()));
        }
    }

    /** Scores a text word by word: how many of its words are expected, how many of the expected are there. */
    void scoreWords(String field, List<String> expected, List<String> actual) {
        Map<String, Long> open = expected.stream().collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        long met = 0;
        for (String word : actual) {
            long left = open.getOrDefault(word, 0L);
            met += left > 0 ? 1 : 0;
            open.put(word, left - 1);
        }
        addScore(field + ".precision", met, actual.size());
        addScore(field + ".recall", met, expected.size());
    }

    private static List<Set<String>> remainingNames(List<Set<String>> names, List<Set<String>> others) {
        return names.stream()
                .filter(name -> others.stream().noneMatch(other -> name.stream().anyMatch(other::contains)))
                .toList();
    }

    private void addScore(String field, long right, long of) {
        fields.put(field, fields.getOrDefault(field, FieldScore.NONE).addScore(right, of));
    }

    ArticlesReport report() {
        return new ArticlesReport(Collections.unmodifiableMap(new TreeMap<>(fields)), List.copyOf(wrong));
    }
}
