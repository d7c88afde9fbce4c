package dev.tidings.app.bench.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of texts of one language, the most frequent first, filled up with made-up ones to as many as a language
 * has. Those that are frequent enough to be its grammar stay where they stand in a text; for any other word one is
 * drawn by Zipf's law. Immutable.
 */
final class Vocabulary {
    /** A word of a text. */
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    /** The words of so many articles of one language; fewer would be remembered by every memo after some hundred. */
    private static final int SIZE = 30_000;

    private static final int MAX_KEPT = 250;
    /** In few texts what occurs less often may as well be what they are about. */
    private static final int MIN_KEPT = 3;

    private static final int MAX_LETTERS = 12;
    private static final int TRIES = 40;
    private static final char END = '\n';

    private final Set<String> kept;
    private final List<String> drawn;

    private Vocabulary(Set<String> kept, List<String> drawn) {
        this.kept = kept;
        this.drawn = drawn;
    }

    /** Counts the words of texts; the same texts in the same order give the same vocabulary. */
    static Vocabulary ofTexts(Stream<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(text -> WORD.matcher(text)
                .results()
                .forEach(word -> counts.merge(word.group().toLowerCase(Locale.ROOT), 1, Integer::sum)));
        List<String> ranked = counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        int frequent = (int) ranked.stream()
                .limit(MAX_KEPT)
                .takeWhile(word -> counts.getOrDefault(word, 0) >= MIN_KEPT)
                .count();
        Set<String> drawn = new LinkedHashSet<>(ranked.subList(frequent, ranked.size()));
        addMadeUp(drawn, ranked);
        return new Vocabulary(new HashSet<>(ranked.subList(0, frequent)), List.copyOf(drawn));
    }

    /** Returns whether a word in lower case belongs to the grammar of its language. */
    boolean isKept(String word) {
        return kept.contains(word);
    }

    /** Draws a word in lower case: the one at twice the rank comes half as often. */
    String drawWord(SplittableRandom random) {
        return drawn.get((int) Math.pow(drawn.size(), random.nextDouble()) - 1);
    }

    /** Makes words whose every three letters follow each other in the words that there are. */
    private static void addMadeUp(Set<String> words, List<String> real) {
        Map<String, StringBuilder> followers = new HashMap<>();
        real.forEach(word -> addFollowers(followers, word));
        SplittableRandom random = new SplittableRandom(real.size());
        for (int tries = 0; words.size() < SIZE && tries < TRIES * SIZE; tries++) {
            String made = madeUp(followers, random);
            if (made.length() > 2) {
                words.add(made);
            }
        }
    }

    private static void addFollowers(Map<String, StringBuilder> followers, String word) {
        for (int i = 0; i <= word.length(); i++) {
            followers
                    .computeIfAbsent(word.substring(Math.max(0, i - 2), i), key -> new StringBuilder())
                    .append(i < word.length() ? word.charAt(i) : END);
        }
    }

    private static String madeUp(Map<String, StringBuilder> followers, SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        while (word.length() < MAX_LETTERS) {
            StringBuilder next = followers.get(word.substring(Math.max(0, word.length() - 2)));
            char letter = next == null ? END : next.charAt(random.nextInt(next.length()));
            if (letter == END) {
                break;
            }
            word.append(letter);
        }
        return word.toString();
    }
}
