package dev.tidings.text.trainer;

import dev.tidings.text.language.LetterClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Words that are drawn as often as their weight says. */
final class WeightedWords {
    private final List<String> words = new ArrayList<>();
    private final double[] cumulative;

    /** Takes lines of a word, a tab and a weight; only words beginning in {@code script} are kept. */
    WeightedWords(List<String> lines, int script) {
        double[] sums = new double[lines.size()];
        double sum = 0;
        for (String line : lines) {
            int tab = line.lastIndexOf('\t');
            String word = line.substring(0, tab);
            if (LetterClasses.scriptOf(firstLetter(word)) == script) {
                sum += Double.parseDouble(line.substring(tab + 1));
                sums[words.size()] = sum;
                words.add(word);
            }
        }
        cumulative = Arrays.copyOf(sums, words.size());
    }

    int size() {
        return words.size();
    }

    /** Returns {@code count} words drawn one by one, with spaces between. */
    String drawWords(int count, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int n = count; n > 0; n--) {
            int at = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
            text.append(words.get(Math.min(words.size() - 1, at < 0 ? -at - 1 : at)))
                    .append(' ');
        }
        return text.toString();
    }

    private static char firstLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            char folded = LetterClasses.foldChar(word.charAt(i));
            if (folded != LetterClasses.BOUNDARY && folded != LetterClasses.NOTHING) {
                return folded;
            }
        }
        return ' ';
    }
}
