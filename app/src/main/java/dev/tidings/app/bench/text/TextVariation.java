package dev.tidings.app.bench.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes texts that keep the shape of another and share little of its content: every word beyond the grammar of the
 * language becomes another one, the same wherever it stands in the text and anything in the next text, and so does
 * every number. Markup stays. Immutable.
 */
final class TextVariation {
    private static final Pattern PART = Pattern.compile(
            "(?s)<(script|style)\\b.*?</\\1>|<[^<>]*>|&\\w+;|(?<word>" + Vocabulary.WORD + ")|(?<number>\\d+)");

    private final Vocabulary vocabulary;

    TextVariation(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Returns a variation of a text in the language of the vocabulary; what it becomes, {@code random} decides. */
    String varyText(String text, SplittableRandom random) {
        Map<String, String> meant = new HashMap<>();
        Matcher part = PART.matcher(text);
        StringBuilder varied = new StringBuilder(text.length());
        while (part.find()) {
            part.appendReplacement(varied, Matcher.quoteReplacement(otherPart(part, meant, random)));
        }
        return part.appendTail(varied).toString();
    }

    private String otherPart(Matcher part, Map<String, String> meant, SplittableRandom random) {
        if (part.group("number") != null) {
            return meant.computeIfAbsent(part.group(), number -> otherNumber(number, random));
        }
        return part.group("word") == null ? part.group() : otherWord(part.group(), meant, random);
    }

    private String otherWord(String word, Map<String, String> meant, SplittableRandom random) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (vocabulary.isKept(lower)) {
            return word;
        }
        String other = meant.computeIfAbsent(lower, any -> vocabulary.drawWord(random));
        return Character.isUpperCase(word.charAt(0))
                ? other.substring(0, 1).toUpperCase(Locale.ROOT) + other.substring(1)
                : other;
    }

    /** As many digits; a year of this century or the last stays one. */
    private static String otherNumber(String number, SplittableRandom random) {
        boolean isYear = number.length() == 4 && (number.startsWith("19") || number.startsWith("20"));
        StringBuilder other = new StringBuilder(number);
        for (int i = isYear ? 2 : 0; i < number.length(); i++) {
            other.setCharAt(i, (char) (zeroOf(number.charAt(i)) + random.nextInt(i == 0 ? 1 : 0, 10)));
        }
        return other.toString();
    }

    private static int zeroOf(char digit) {
        return digit - Character.digit(digit, 10);
    }
}
