package dev.tidings.app.eval.language;

import dev.tidings.app.eval.articles.FieldScore;
import dev.tidings.text.orthography.KurdishOrthography;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Types well-spelt Central Kurdish as keyboards without ە do and measures how much of it is repaired. For one text. */
public final class OrthographyEvaluation {

    private static final char AE = 'ە';
    private static final char HEH = 'ه';
    private static final int MAX_WRONG_WORDS = 20;

    /** A zero-width non-joiner inside a word is spelling, too. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\u200c]+");

    private final Map<String, Integer> wrong = new HashMap<>();
    private long words;
    private int vowels;
    private int repaired;
    private int kept;

    private OrthographyEvaluation() {}

    /**
     * Evaluates.
     *
     * @param lines a well-spelt text in Central Kurdish
     */
    public static OrthographyReport runEvaluation(Stream<String> lines) {
        OrthographyEvaluation evaluation = new OrthographyEvaluation();
        lines.forEach(evaluation::addLine);
        return evaluation.report();
    }

    private void addLine(String line) {
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            addWord(word.group());
        }
    }

    /** What counts are heh and ae; other letters are compared in their standard form. */
    private void addWord(String written) {
        words++;
        String word = standardSpelling(written);
        if (word.indexOf(AE) < 0 && word.indexOf(HEH) < 0) {
            return;
        }
        vowels++;
        if (KurdishOrthography.repairText(word.replace(AE, HEH)).equals(word)) {
            repaired++;
        } else {
            wrong.merge(word, 1, Integer::sum);
        }
        if (KurdishOrthography.repairText(word).equals(word)) {
            kept++;
        }
    }

    private static String standardSpelling(String word) {
        return word.replace('ك', 'ک')
                .replace('ي', 'ی')
                .replace('ى', 'ی')
                .replace('ھ', HEH)
                .replace("\u0640", "")
                .replace("\u200c", "");
    }

    private OrthographyReport report() {
        List<String> most = wrong.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_WRONG_WORDS)
                .map(Map.Entry::getKey)
                .toList();
        return new OrthographyReport(words, new FieldScore(repaired, vowels), new FieldScore(kept, vowels), most);
    }
}
